# What a branch leaves out of the check is looked at by the settings where it parted.
programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
printf '[data]\nignore = ["milestones/old-*"]\n' >> sss.toml
milestone old-pdr 'planed = 2024-03-01'
git mv data/milestones/cdr.toml data/milestones/old-cdr.toml
commit 2024-02-10 "Old ones are left out"
