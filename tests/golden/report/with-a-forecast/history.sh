# The section that is off by default; narrowed, the milestones are fewer and the cases are not.
. "$GOLDEN/forecast/twenty-reviews.sh"
printf '[report]\nsections = ["overdue", "forecast"]\n' >> sss.toml
milestone next-review 'satellite = "sss-1"' 'planned = 2023-09-01'
milestone launch 'satellite = "sss-2"' 'planned = "2023-Q4"'
commit 2023-01-10 "What is still to come"
