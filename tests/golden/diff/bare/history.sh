. "$GOLDEN/diff/bare.sh"
