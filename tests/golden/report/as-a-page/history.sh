# All sections as a page, and a week in which nothing happened.
. "$GOLDEN/report/two-satellites.sh"
