. "$GOLDEN/set/review.sh"
