programme "Test programme"
milestone cdr 'planned = 2024-05-01'
milestone pdr 'planned = 2024-03-01'
commit 2024-01-01 "Plan"
git checkout -q -b release
as Grace
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Move the CDR on the release branch"
git checkout -q main
as Ada
change pdr 's/2024-03-01/2024-04-01/'
commit 2024-02-20 "Move the PDR"
