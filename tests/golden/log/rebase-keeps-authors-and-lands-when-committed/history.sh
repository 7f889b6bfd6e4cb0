programme
milestone sss-1-cdr 'planned = 2024-05-01'
milestone sss-1-pdr 'planned = 2024-03-01'
commit 2024-01-10 "Plan the reviews"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
git checkout -q main
as Ada
change sss-1-pdr 's/2024-03-01/2024-04-01/'
commit 2024-01-16 "Move the PDR"
GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2024-02-01T12:00:00Z git rebase -q main side
git checkout -q main
git merge -q --ff-only side
