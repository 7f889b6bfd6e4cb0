# What cannot be meant.
"$SSS" init --example . > /dev/null
