. "$GOLDEN/daily-verbs.sh"
