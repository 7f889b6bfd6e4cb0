# The branch renames the record and goes on editing it, the line edits it under its old name: the rename takes nothing back.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone cdr 'notes = "of the plan"' 'owner = "apsco"' 'weight = 2' 'baseline = 2018-05-01' 'planned = 2018-05-01'
commit 2018-01-10 "Plan"
git checkout -q -b side
as Grace
git mv data/milestones/cdr.toml data/milestones/critical.toml
change critical 's/^weight.*/weight = 3/'
commit 2018-01-12 "It is the critical one"
change critical 's/^planned.*/planned = 2018-09-01/'
commit 2018-01-14 "It moves" "Reason: late wheels"
git checkout -q main
as Ada
change cdr 's/^notes.*/notes = "written on the line"/'
commit 2018-01-16 "Better notes"
merge 2018-01-20 side
