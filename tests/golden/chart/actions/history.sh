# Actions opened, closed, open and overdue.
. "$GOLDEN/chart/two-satellites.sh"
