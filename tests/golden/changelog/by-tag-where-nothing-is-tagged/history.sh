programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
