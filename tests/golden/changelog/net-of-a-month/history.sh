programme "Test programme"
milestone cdr 'planned = 2024-05-01'
milestone pdr 'planned = 2024-03-01'
commit 2024-01-10 "Plan the reviews"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-03 "Move the CDR" "Reason: the antenna is late"
as Grace
change cdr 's/2024-06-15/2024-07-15/'
change pdr 's/2024-03-01/2024-03-15/'
commit 2024-02-20 "Move both" "Reason: the battery is late too"
change pdr 's/2024-03-15/2024-03-01/'
commit 2024-02-25 "The PDR stays where it was"
