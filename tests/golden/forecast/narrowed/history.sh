# By a former id, and what is of no satellite.
. "$GOLDEN/report/constellation.sh"
