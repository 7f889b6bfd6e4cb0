# "As planned" is judged by last days, alike by report, done, diff, trend and changelog: who is done on the 27th was not
# done on the 9th. A plan of a quarter is kept on any of its days; of a month nobody knows which day it was.
programme "Last days"
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "moved"]
END
milestone long 'baseline = 2026-03-02' 'planned = 2026-03-09'
milestone in-range 'planned = "2026-03-09/2026-03-27"'
milestone in-quarter 'planned = "2026-Q1"'
milestone by-month 'planned = 2026-03-09'
milestone to-the-day 'planned = 2026-03-09'
milestone widened 'planned = 2026-06-01'
commit 2026-01-10 "Begin"
change widened 's/2026-06-01/"2026-06-01\/2026-06-12"/'
commit 2026-03-20 "It takes two weeks" "Reason: more tests"
echo 'actual = "2026-03-09/2026-03-27"' >> data/milestones/long.toml
echo 'actual = 2026-03-11' >> data/milestones/in-range.toml
echo 'actual = 2026-03-12' >> data/milestones/in-quarter.toml
echo 'actual = "2026-03"' >> data/milestones/by-month.toml
echo 'actual = 2026-03-09' >> data/milestones/to-the-day.toml
commit 2026-03-28 "Five are reached"
