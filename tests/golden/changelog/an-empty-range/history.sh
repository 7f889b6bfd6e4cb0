programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-01 "Plan"
milestone pdr 'planned = 2024-05-01'
commit 2024-02-01 "Plan more"
