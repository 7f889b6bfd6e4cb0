# The burn-up as a picture, by weight.
. "$GOLDEN/chart/two-satellites.sh"
