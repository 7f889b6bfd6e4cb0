# A slip goes from the date with which the stretch begins, as a correction put it right, to the one that stands, however
# exactly either is said and whatever lay between: changelog, diff, trend and report tell one slip.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone exact 'planned = "2025-Q1"'
milestone back 'planned = 2025-03-22'
milestone right 'planned = 2025-05-01'
milestone dropped 'planned = 2025-05-01'
commit 2025-01-01 "Plan"
change exact 's/"2025-Q1"/"2025-02"/'
change back 's/2025-03-22/2025-06-01/'
change right 's/05-01/05-10/'
change dropped 's/05-01/06-01/'
commit 2025-02-01 "More exactly" "Correction: yes"
change exact 's/"2025-02"/"2025-04"/'
change back 's/2025-06-01/2025-07-01/'
change right 's/05-10/05-20/'
change dropped 's/06-01/07-01/'
commit 2025-02-10 "Moves" "Reason: the bench"
change exact 's/"2025-04"/2025-04-22/'
change back 's/2025-07-01/"2025-03"/'
change dropped '/planned/d'
commit 2025-02-20 "As it stands"
