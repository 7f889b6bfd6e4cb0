# A week in which nothing lands.
. "$GOLDEN/report/two-satellites.sh"
