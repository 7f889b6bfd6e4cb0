programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
git tag v1
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-10 "Move"
git tag v2
git checkout -q -b side
milestone pdr 'planned = 2024-09-01'
commit 2024-02-20 "On a side branch"
git checkout -q main
change cdr 's/2024-06-01/2024-07-01/'
commit 2024-03-10 "Move again"
git tag v3
git tag 2024-02
