# How well the ranges would have held, with the ranges of two milestones by name: one was reached, one never came.
more=("2022-01-10 stuck plan 2022-09-01")
. "$GOLDEN/forecast/twenty-reviews.sh"
