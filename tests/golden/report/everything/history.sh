# One week in which each section has something to tell.
. "$GOLDEN/report/two-satellites.sh"
