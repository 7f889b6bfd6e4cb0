. "$GOLDEN/changelog/two-satellites.sh"
