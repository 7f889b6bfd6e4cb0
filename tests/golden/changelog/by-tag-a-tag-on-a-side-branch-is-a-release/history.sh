programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
git tag v1.0
git checkout -q -b side
milestone pdr 'planned = 2024-03-01'
commit 2024-01-12 "Plan the PDR"
git tag v1.0.1
git checkout -q -b away v1.0
milestone elr
commit 2024-01-13 "Never merged"
git tag v0.9-alpha
git checkout -q main
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-01 "Move"
merge 2024-02-10 side
git tag v1.1
