programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
git tag v1.2
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-10 "Move" "Reason: the antenna is late"
git tag v1.10-rc1
change cdr 's/2024-06-01/2024-06-10/'
commit 2024-02-20 "Move again" "Reason: the battery is late"
change cdr 's/2024-06-10/2024-06-20/'
commit 2024-02-25 "And again" "Reason: the antenna is late"
git tag v1.10
milestone pdr 'planned = 2024-03-01'
commit 2024-03-01 "Plan the PDR"
git tag 1.9.1
change pdr 's/2024-03-01/2024-03-15/'
commit 2024-03-02 "Move the PDR"
