. "$GOLDEN/report/two-satellites.sh"
