programme
milestone cdr 'planned = 2024-05-01'
milestone pdr
commit 2024-01-10 "Plan"
as Grace
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Move the CDR" "Reason: the antenna is late"
