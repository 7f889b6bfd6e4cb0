. "$GOLDEN/validate/waived.sh"
