# A branch that looks at another folder, and leaves records in the one before.
programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
printf '[data]\nfolder = "records"\n' >> sss.toml
mkdir -p records/milestones
printf 'title = "New"\ntype = "review"\nplanned = 2024-06-01\n' > records/milestones/new.toml
milestone left-behind 'planed = 2024-03-01'
commit 2024-02-10 "Elsewhere"
