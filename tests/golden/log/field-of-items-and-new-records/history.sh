. "$GOLDEN/log/three-authors.sh"
