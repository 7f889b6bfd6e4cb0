# The report of a morning is kept; a date moves that noon, another one two days later. Then a period and a revision that are
# mistyped.
. "$GOLDEN/report/two-satellites.sh"
mkdir reports
"$SSS" report --format markdown --as-of 2023-04-12 -o reports/spring.md
commit 2023-04-12T13:00:00Z "Keep the report"
change sss-2-test 's/^planned.*/planned = 2023-05-22/'
commit 2023-04-12T14:00:00Z "A small slip" "Reason: the hall is taken"
change sss-2-test 's/^planned.*/planned = 2023-05-30/'
commit 2023-04-14 "And another one"
