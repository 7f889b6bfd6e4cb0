# The timeline as a picture.
. "$GOLDEN/chart/two-satellites.sh"
