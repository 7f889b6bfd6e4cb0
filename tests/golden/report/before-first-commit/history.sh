# Weeks before the records begin, and the month in which they do.
. "$GOLDEN/report/two-satellites.sh"
