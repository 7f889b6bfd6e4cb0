"$SSS" init --example . > /dev/null
