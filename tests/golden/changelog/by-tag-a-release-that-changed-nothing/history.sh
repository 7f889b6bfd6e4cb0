programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
git tag v1
echo hello > README
commit 2024-02-10 "No record"
git tag v2
