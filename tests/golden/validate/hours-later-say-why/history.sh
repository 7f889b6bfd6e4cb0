# Instants move by hours and minutes, later and earlier, with a reason and without; what happened gets another hour.
programme
printf 'timezone = "Asia/Kathmandu"\n[history]\ncorrection_days = 0\n' >> sss.toml
for one in later minutes earlier reasoned exactly; do
  printf 'title = "%s"\ntype = "other"\nplanned = 2025-03-01T06:00:00Z\n' "$one" | record "milestones/$one.toml"
done
printf 'title = "done"\ntype = "other"\nactual = 2025-01-01T06:00:00Z\n' | record milestones/done.toml
sed -i 's/planned = .*/planned = 2025-03-01/' data/milestones/exactly.toml
commit 2025-01-02 "Plan"
change later 's/06:00:00/09:20:00/'
change minutes 's/06:00:00/06:01:00/'
change earlier 's/06:00:00/05:00:00/'
change exactly 's/2025-03-01/2025-03-01T06:00:00Z/'
change done 's/06:00:00/07:00:00/'
commit 2025-02-01 "Other hours"
change reasoned 's/06:00:00/23:00:00/'
commit 2025-02-02 "Wind" "Reason: wind"
