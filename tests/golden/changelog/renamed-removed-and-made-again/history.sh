programme "Test programme"
milestone cdr 'planned = 2024-05-01' 'owner = "apsco"'
commit 2024-01-01 "Plan"
git mv data/milestones/cdr.toml data/milestones/critical.toml
commit 2024-02-01 "Rename"
git rm -q data/milestones/critical.toml
commit 2024-02-05 "Remove"
milestone critical 'planned = 2024-06-01' 'owner = "apsco"'
commit 2024-02-10 "Make again"
