# Notes and a weight: one plain line. A difference of nothing is said too.
programme
milestone sss-1-cdr 'planned = 2018-04-30'
milestone sss-1-qr 'planned = 2018-06-30'
commit 2018-01-10 "The plan"
echo 'weight = 2' >> data/milestones/sss-1-cdr.toml
printf 'weight = 3\nnotes = "Soon."\n' >> data/milestones/sss-1-qr.toml
commit 2018-04-12 "Weights"
