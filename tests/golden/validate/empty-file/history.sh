programme
record milestones/sss-1-cdr.toml < /dev/null
