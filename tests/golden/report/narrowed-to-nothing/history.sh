# A part that there is not.
. "$GOLDEN/report/constellation.sh"
