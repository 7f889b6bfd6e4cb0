# What landed since the newest report that is kept is not published yet.
programme
milestone a 'planned = 2027-01-01'
commit 2025-12-20 "First"
"$SSS" report --archive reports --every month -q
commit 2026-01-02 "A report"
change a 's/2027-01-01/2027-02-01/'
commit 2026-01-10 "It moves"
