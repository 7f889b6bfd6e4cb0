programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
change sss-1-cdr 's/^type.*/&\nowner = "beihang"/'
commit 2024-01-16 "Name its owner"
git checkout -q main
as Ada
milestone sss-1-pdr 'planned = 2024-03-01'
commit 2024-01-20 "Plan the PDR"
merge 2024-02-20 side
