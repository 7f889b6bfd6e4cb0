# A lane a satellite, the programme's own first.
. "$GOLDEN/chart/two-satellites.sh"
