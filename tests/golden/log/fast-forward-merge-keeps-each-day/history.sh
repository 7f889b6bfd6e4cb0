programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
git checkout -q main
git merge -q --ff-only side
