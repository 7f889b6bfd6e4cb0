programme
milestone cdr 'owner = "beihang"' 'planned = 2024-05-01'
commit 2024-01-10 "Plan it"
git mv data/milestones/cdr.toml data/milestones/critical.toml
commit 2024-02-10 "Rename"
change critical 's/2024-05-01/2024-06-15/'
commit 2024-03-10 "Move it"
git mv data/milestones/critical.toml data/milestones/cdr.toml
commit 2024-04-10 "Rename back"
