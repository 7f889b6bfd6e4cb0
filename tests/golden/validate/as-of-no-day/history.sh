. "$GOLDEN/validate/as-of-a-day/history.sh"
