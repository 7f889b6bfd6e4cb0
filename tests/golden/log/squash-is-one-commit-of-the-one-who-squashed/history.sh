programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
change sss-1-cdr 's/2024-06-15/2024-07-01/'
commit 2024-01-16 "Move it again"
git checkout -q main
as Ada
git merge -q --squash side > squash.txt && rm squash.txt
commit 2024-02-01 "Take in the side (#7)"
