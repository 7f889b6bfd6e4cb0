# What was reached, planned as it was then believed, and there in all; by number and by weight.
. "$GOLDEN/chart/two-satellites.sh"
