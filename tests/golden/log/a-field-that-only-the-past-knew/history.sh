programme
milestone cdr "budget = 3"
commit 2024-01-10 "A budget"
sed -i "/budget/d" data/milestones/cdr.toml
commit 2024-02-10 "No budget"
