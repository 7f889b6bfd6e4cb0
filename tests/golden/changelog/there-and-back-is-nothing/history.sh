programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-01 "Plan the CDR"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Move it"
change cdr 's/2024-06-15/2024-05-01/'
milestone qr
commit 2024-02-11 "Move it back"
git rm -q data/milestones/qr.toml
commit 2024-02-12 "No QR"
