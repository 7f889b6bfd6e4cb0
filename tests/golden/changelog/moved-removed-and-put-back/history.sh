# A milestone that moved, was removed and is put back within a month: one story, in changelog, report and diff alike.
programme
printf '[history]\ncorrection_days = 0\n[report]\nsections = ["moved", "new"]\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
milestone pdr 'planned = 2024-05-01'
milestone qr 'planned = 2024-05-01'
milestone ar 'planned = 2024-05-01'
commit 2024-01-01 "Plan"
change cdr 's/05-01/06-01/'; change pdr 's/05-01/06-01/'; change qr 's/05-01/06-01/'
commit 2024-02-01 "Slip" "Reason: weather"
git rm -q data/milestones/*.toml
commit 2024-02-05 "Clear the table"
as Grace
milestone cdr 'planned = 2024-07-01'
milestone pdr 'planned = 2024-06-01'
milestone qr 'planned = 2024-05-01'
milestone ar
commit 2024-02-10 "Put back" "Reason: removed by mistake"
as Ada
git rm -q data/milestones/pdr.toml
commit 2024-02-20 "No PDR"
milestone pdr 'planned = 2024-09-01'
change cdr 's/07-01/07-11/'
commit 2024-03-10 "A PDR after all"
