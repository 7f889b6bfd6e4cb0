programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
milestone pdr 'planned = 2024-05-01'
commit 2024-01-11 "Second"
git checkout -q HEAD~1
