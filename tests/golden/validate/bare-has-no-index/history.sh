. "$GOLDEN/validate/bare/history.sh"
