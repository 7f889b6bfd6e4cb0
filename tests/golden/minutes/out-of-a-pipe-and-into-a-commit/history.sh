. "$GOLDEN/minutes/board.sh"
