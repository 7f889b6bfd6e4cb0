# The line renames the record while a branch goes on editing it under its old name: the edits keep their authors.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone cdr 'owner = "apsco"' 'weight = 2' 'baseline = 2018-05-01' 'planned = 2018-05-01'
commit 2018-01-10 "Plan"
git checkout -q -b side
as Grace
change cdr 's/^planned.*/planned = 2018-08-01/'
commit 2018-01-12 "It moves" "Reason: late wheels"
as Noor
change cdr 's/^planned.*/planned = 2018-09-01/'
commit 2018-01-14 "It moves on" "Reason: late batteries"
git checkout -q main
as Ada
git mv data/milestones/cdr.toml data/milestones/critical.toml
commit 2018-01-16 "It is the critical one"
git merge -q --no-ff --no-commit side
change critical 's/^weight.*/weight = 5/'
commit 2018-01-20 "Land, and weigh it"
