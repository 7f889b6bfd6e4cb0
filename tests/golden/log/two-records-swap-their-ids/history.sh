programme
milestone a 'owner = "beihang"' 'planned = 2024-05-01' 'weight = 1'
milestone b 'owner = "apsco"' 'planned = 2024-08-01' 'weight = 2'
commit 2024-01-10 "Plan both"
git mv data/milestones/a.toml data/milestones/c.toml
git mv data/milestones/b.toml data/milestones/a.toml
git mv data/milestones/c.toml data/milestones/b.toml
commit 2024-02-10 "Swap"
