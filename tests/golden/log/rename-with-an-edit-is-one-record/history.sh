programme
milestone sss-1-old 'owner = "beihang"' 'planned = 2024-05-01' 'weight = 2' 'notes = "First of all."'
commit 2024-01-10 "Plan it"
git mv data/milestones/sss-1-old.toml data/milestones/sss-1-critical.toml
change sss-1-critical 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Name it well, and move it"
change sss-1-critical 's/2024-06-15/2024-07-15/'
commit 2024-03-10 "Move it again"
