# Plans near and far, exact and rough, overdue and undated, after twenty reviews that were held.
. "$GOLDEN/forecast/twenty-reviews.sh"
milestone next-review 'satellite = "sss-1"' 'planned = 2023-09-01'
milestone soon 'planned = 2023-06-20'
milestone launch 'satellite = "sss-2"' 'planned = "2023-Q4"'
milestone overdue-test 'planned = 2023-05-26'
milestone far 'planned = 2025-06-01'
milestone undated
milestone stuck 'planned = 2023-01-20'
milestone given-up 'planned = 2023-07-01'
commit 2023-01-10 "What is still to come"
echo "cancelled = { date = 2023-05-01, reason = \"no money\" }" >> data/milestones/given-up.toml
commit 2023-05-01 "One is given up"
