# What the options cannot mean.
. "$GOLDEN/chart/two-satellites.sh"
