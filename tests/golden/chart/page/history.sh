# A chart as a page: the picture, how it is read, and its numbers.
. "$GOLDEN/chart/two-satellites.sh"
