programme
milestone cdr "planned = 2024-05-01"
commit 2024-01-10 "Plan"
printf "weight = \n" >> data/milestones/cdr.toml
commit 2024-01-20 "Broken"
sed -i "s/weight = /weight = 2/" data/milestones/cdr.toml
as Grace
commit 2024-02-01 "Mended"
