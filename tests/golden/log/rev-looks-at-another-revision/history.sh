programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git tag -m "The first plan" v1
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Second"
git branch side
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-03-10 "Third"
