# Other sections in another order, another tolerance, and stale after ten days.
. "$GOLDEN/report/constellation.sh"
printf '[report]\nsections = ["satellites", "freshness", "overdue", "conflicts"]\ntolerance_days = 60\nstale_days = 10\n' >> sss.toml
commit 2023-04-14 "Choose"
