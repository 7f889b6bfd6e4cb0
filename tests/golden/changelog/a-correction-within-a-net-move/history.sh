programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-01 "Plan"
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-01 "Move"
change cdr 's/2024-06-01/2024-06-03/'
commit 2024-02-10 "A typing mistake" "Correction: yes"
