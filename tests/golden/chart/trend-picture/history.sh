# The trend as a picture.
. "$GOLDEN/chart/two-satellites.sh"
