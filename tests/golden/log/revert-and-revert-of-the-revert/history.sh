programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Move the CDR"
change sss-1-cdr 's/2024-06-15/2024-05-01/'
commit 2024-03-10 "Revert \"Move the CDR\""
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-04-10 "Revert \"Revert \"Move the CDR\"\""
