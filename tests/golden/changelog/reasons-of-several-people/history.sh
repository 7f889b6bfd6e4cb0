# A net of several people's commits: each reason keeps its author.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
milestone pdr 'planned = 2024-05-01'
commit 2024-01-01 "Plan"
change cdr 's/05-01/06-01/'
commit 2024-02-01 "One" "Reason: weather"
as Grace
change cdr 's/06-01/07-01/'
commit 2024-02-02 "Two" "Reason: the bench broke"
as Noor
change cdr 's/07-01/08-01/'; change pdr 's/05-01/06-01/'
commit 2024-02-03 "Three" "Reason: weather"
as Ada
change pdr 's/06-01/07-01/'
commit 2024-02-04 "Four"
