programme
milestone r1 'planned = 2024-05-01' 'owner = "apsco"' 'weight = 2'
commit 2024-01-10 "Plan"
git checkout -q -b side
as Grace
git mv data/milestones/r1.toml data/milestones/r2.toml
commit 2024-01-15 "Rename"
git mv data/milestones/r2.toml data/milestones/r3.toml
commit 2024-01-16 "Rename again"
git checkout -q main
as Ada
merge 2024-02-20 side
