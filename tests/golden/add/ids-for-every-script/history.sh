. "$GOLDEN/daily-verbs.sh"
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
