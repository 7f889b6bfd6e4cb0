programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-03-10 "Ahead" "Reason: x"
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-01-20 "Back" "Reason: y"
milestone pdr
commit 2024-03-20 "Ahead again"
