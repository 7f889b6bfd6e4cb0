# What an editor looks at: parts of the example, and what was only recorded later.
"$SSS" init --example . > /dev/null
