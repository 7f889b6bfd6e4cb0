# The reason of a rename is none of what merely follows the record to its new name; nor does that count as a change.
programme
milestone a-one 'planned = 2026-11-10'
milestone b-two 'planned = 2026-12-10' 'depends_on = ["a-one"]'
commit 2026-09-01 "First"
mkdir -p reports/2026
printf 'Made by sss 0.2.0 from commit %s: sss report --period 2026-09 --as-of 2026-09-30 --rev %s\n' "$(git rev-parse HEAD)" "$(git rev-parse HEAD)" > reports/2026/2026-09.txt
git add reports
commit 2026-10-01 "Kept"
git mv data/milestones/a-one.toml data/milestones/a-uno.toml
printf 'aliases = ["a-one"]\n' >> data/milestones/a-uno.toml
sed -i 's/a-one/a-uno/' data/milestones/b-two.toml
commit 2026-10-13 "A clearer name" "Reason: clearer"
change b-two 's/^planned.*/planned = 2026-12-17/'
commit 2026-10-20 "Later" "Reason: the real cause"
