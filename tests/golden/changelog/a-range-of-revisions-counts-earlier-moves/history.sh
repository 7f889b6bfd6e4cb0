programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-01 "Plan"
change cdr 's/2024-05-01/2024-05-20/'
commit 2024-02-01 "First move"
git tag v1
change cdr 's/2024-05-20/2024-06-15/'
commit 2024-03-01 "Second move"
git tag -m "Second" v2
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-04-01 "Third move"
