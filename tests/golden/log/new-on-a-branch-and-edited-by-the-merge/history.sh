# A record that a branch brings, and that the merge edits: each field is told by who gave it.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone pdr 'planned = 2018-05-01'
commit 2018-01-10 "Plan"
git checkout -q -b side
as Grace
milestone cdr 'planned = 2018-06-01' 'notes = "n"'
commit 2018-01-12 "CDR is new"
change cdr 's/^planned.*/planned = 2018-09-01/'
as Noor
commit 2018-01-14 "CDR moves" "Reason: late wheels"
git checkout -q main
as Ada
git merge -q --no-ff --no-commit side
change cdr 's/^notes.*/notes = "written at the merge"/'
commit 2018-01-20 "Land, with other notes"
