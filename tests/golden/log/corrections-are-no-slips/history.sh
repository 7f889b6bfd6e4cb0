programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
change cdr 's/2024-05-01/2024-05-10/'
commit 2024-01-13 "A typing mistake, three days old"
change cdr 's/2024-05-10/2024-06-10/'
commit 2024-02-10 "A move"
change cdr 's/2024-06-10/2024-06-12/'
commit 2024-03-10 "Copied wrongly" "Correction: yes"
change cdr 's/2024-06-12/2024-07-12/'
commit 2024-04-10 "A second move"
