. "$GOLDEN/validate/look-back-past.sh"
