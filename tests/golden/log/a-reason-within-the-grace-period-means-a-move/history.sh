programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
change cdr 's/2024-05-01/2024-05-10/'
commit 2024-01-13 "Move the CDR" "Reason: the hall
  is taken"
