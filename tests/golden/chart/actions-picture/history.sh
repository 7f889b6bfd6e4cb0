# The actions as a picture.
. "$GOLDEN/chart/two-satellites.sh"
