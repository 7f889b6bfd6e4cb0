programme
milestone cdr 'planned = "2024"'
commit 2024-01-10 "Some day in 2024"
change cdr 's/"2024"/"2024-Q4"/'
commit 2024-02-10 "Late in the year"
change cdr 's/"2024-Q4"/2024-11-20/'
commit 2024-03-10 "A day"
change cdr 's/2024-11-20/"2024-11"/'
commit 2024-04-10 "Rather the month alone"
change cdr 's/"2024-11"/"2025-Q1"/'
commit 2024-05-10 "It slips"
