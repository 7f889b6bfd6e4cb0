programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-13-01/'
commit 2024-02-10 "Second"
