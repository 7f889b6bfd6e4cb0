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
as Ada
merge 2024-02-01 side
git revert --no-edit --no-commit -m 1 HEAD
commit 2024-02-05 "Revert the merge of side"
