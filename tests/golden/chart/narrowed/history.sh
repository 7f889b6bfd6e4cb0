# Charts of a part of the programme and of a part of its time.
. "$GOLDEN/chart/two-satellites.sh"
