programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
milestone sss-1-qr 'planned = 2024-09-01'
commit 2024-01-16 "Plan the QR"
git checkout -q main
GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2024-01-20T12:00:00Z git cherry-pick side~1 > pick.txt && rm pick.txt
as Ada
merge 2024-02-01 side
