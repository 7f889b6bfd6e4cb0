programme
milestone sss-1-cdr 'owner = "beihang"' 'planned = 2024-05-01' 'weight = 1' 'outcome = "passed"'
commit 2024-01-10 "Plan the CDR"
git checkout -q -b side
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-15 "Move the CDR"
git checkout -q main
as Ada
change sss-1-cdr 's/^title.*/title = "The CDR"/'
commit 2024-01-20 "Call it by its name"
merge 2024-02-01 side || {
  milestone sss-1-cdr 'owner = "beihang"' 'planned = 2024-06-15' 'weight = 1' 'outcome = "passed"'
  change sss-1-cdr 's/^title.*/title = "The CDR"/'
  commit 2024-02-01 "Merge side"
}
