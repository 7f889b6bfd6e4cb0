programme
milestone a
commit 2024-01-10 "First"
git checkout -q --orphan orphan
commit 2024-01-11 "Another beginning"
git checkout -q main
