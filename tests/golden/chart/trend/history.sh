# The course of each forecast: moved, corrected, reached late, given up, vague, never told.
. "$GOLDEN/chart/two-satellites.sh"
