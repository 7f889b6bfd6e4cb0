programme "Test programme"
for id in cdr pdr qr ar frr mdr; do milestone $id 'planned = 2024-05-01' 'weight = 1' 'notes = "As agreed in Ankara."'; done
commit 2024-01-01 "Plan"
change cdr 's/^weight.*/&\nactual = 2024-02-09\noutcome = "passed"/'
change pdr 's/2024-05-01/2024-06-01/'
change qr 's/2024-05-01/2024-04-01/'
printf '[cancelled]\ndate = 2024-02-01\nreason = "no money"\n' >> data/milestones/ar.toml
change frr 's/weight = 1/weight = 2/'
git rm -q data/milestones/mdr.toml
milestone elr 'planned = "2025"'
commit 2024-02-10 "Much happens at once"
