# What moved bears the name that it has now, and is one record with what it was called when it moved.
programme
milestone sss-1-qr 'planned = 2024-09-15'
milestone sss-1-fan 'planned = 2024-10-01'
commit 2024-01-02 "The plan"
change sss-1-qr s/2024-09-15/2024-09-20/
commit 2024-03-04 "The battery" "Reason: the battery is late"
git mv data/milestones/sss-1-qr.toml data/milestones/sss-1-qualification.toml
commit 2024-03-05 "Its full name"
change sss-1-qualification s/2024-09-20/2024-09-29/
commit 2024-03-06 "The chamber" "Reason: the chamber is taken"
