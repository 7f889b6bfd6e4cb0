programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-05-20/'
commit 2024-01-10 "Second, at the same moment" "Reason: the antenna"
change cdr 's/2024-05-20/2024-06-15/'
commit 2023-12-01 "Third, by a clock that runs backward" "Reason: the battery"
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-02-10 "Fourth"
