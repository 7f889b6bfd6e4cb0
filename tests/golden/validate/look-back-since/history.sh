# A record's steps on the branch are judged as one, with all their reasons; what main did is not.
programme
milestone a-no-reason 'planned = 2026-05-01'
milestone b-reason-later 'planned = 2026-05-01'
milestone c-corrected 'actual = 2024-02-10'
milestone d-changed 'actual = 2024-02-10'
milestone e-there-and-back 'actual = 2024-02-10'
milestone f-of-main 'planned = 2026-05-01'
milestone g-gone 'planned = 2026-05-01'
commit 2024-03-01 'First records'
change f-of-main 's/05-01/06-01/'
rm data/milestones/g-gone.toml
commit 2024-05-01 'Main moves one without a reason and takes one away'
git checkout -q -b proposal
change a-no-reason 's/05-01/05-20/'
change b-reason-later 's/05-01/05-20/'
change d-changed 's/02-10/02-12/'
change e-there-and-back 's/02-10/02-12/'
commit 2024-06-01 'Dates move'
change b-reason-later 's/05-20/06-15/'
change e-there-and-back 's/02-12/02-10/'
commit 2024-06-02 'Dates move further' 'Reason: the test bench is late'
change c-corrected 's/02-10/02-12/'
commit 2024-06-03 'The minutes say so' 'Correction: yes'
git mv data/milestones/d-changed.toml data/milestones/d-renamed.toml
milestone g-gone 'type = "test"' 'actual = 2024-05-05' 'weight = 3'
sed -i '/^type = "review"/d; s/^title.*/title = "Vibration test"/' data/milestones/g-gone.toml
commit 2024-06-04 'A name of before, and one that is used again'
