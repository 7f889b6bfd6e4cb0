programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR to June"
git checkout -q main
as Ada
change sss-1-cdr 's/2024-05-01/2024-07-20/'
commit 2024-01-20 "Move the CDR to July"
merge 2024-02-01 side || {
  milestone sss-1-cdr 'planned = 2024-07-01'
  commit 2024-02-01 "Merge side: they meet at 1 July"
}
