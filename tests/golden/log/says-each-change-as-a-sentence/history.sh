programme
milestone sss-1-cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
as Grace
change sss-1-cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "The CDR waits for the antenna" "Reason: the antenna is late"
change sss-1-cdr 's/planned.*/&\nactual = 2024-06-14\noutcome = "passed"/'
commit 2024-06-15 "The CDR is held"
