# Without a format the name of the file decides.
. "$GOLDEN/chart/two-satellites.sh"
