# A range of the past, as the back-test tells it and as it was told on its day.
. "$GOLDEN/forecast/twenty-reviews.sh"
