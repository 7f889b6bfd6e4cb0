programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2023-12-31 "The last day of a year, a Sunday"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-01 "The first, a Monday" "Reason: the antenna"
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-03-31 "The last of a quarter"
