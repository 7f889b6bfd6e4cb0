programme
milestone cdr "planned = 2024-05-01"
commit 2024-01-10 "Plan"
git checkout -q -b side
as Grace
change cdr "s/2024-05-01/2024-06-01/"
commit 2024-01-20 "Move"
printf "weight = 2\n" >> data/milestones/cdr.toml
commit 2024-01-21 "Weigh"
git checkout -q main
git merge -q --squash side
as Ada
commit 2024-02-01 "Both"
