programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git tag v1.0
git branch release
git checkout -q --orphan another
commit 2024-01-11 "Another root"
git checkout -q main
