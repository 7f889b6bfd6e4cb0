programme "Test programme"
milestone cdr 'planned = 2024-05-01' 'owner = "apsco"' 'weight = 3'
milestone critical 'planned = 2024-08-01' 'owner = "beihang"' 'notes = "A review."'
commit 2024-01-01 "Plan"
git rm -q data/milestones/cdr.toml
commit 2024-02-01 "No CDR"
git mv data/milestones/critical.toml data/milestones/cdr.toml
commit 2024-02-10 "The critical review is the CDR"
