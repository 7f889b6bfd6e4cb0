. "$GOLDEN/validate/staged/history.sh"
