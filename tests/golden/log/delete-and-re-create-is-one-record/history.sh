programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git rm -q data/milestones/cdr.toml
commit 2024-02-10 "There will be no CDR"
milestone cdr 'planned = 2024-09-01'
commit 2024-03-10 "There will be a CDR"
change cdr 's/2024-09-01/2024-09-10/'
commit 2024-04-10 "Ten days"
