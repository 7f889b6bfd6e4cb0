# By a former id, and what is of no satellite or organisation.
. "$GOLDEN/report/constellation.sh"
