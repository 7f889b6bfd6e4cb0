# Inherited slips, a conflict, weights, review items, stale matters, and names in Chinese, Thai and Mongolian.
. "$GOLDEN/report/constellation.sh"
