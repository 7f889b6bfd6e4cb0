# A milestone gets its first date and moves, one gets it and stays, one loses it, one had another long before; and one is
# new, moves with what it needs and gets another name. The week after, a date is given and nothing moves.
programme
cp "$GOLDEN/report/a-first-date/letter.txt" .
printf '[history]\ncorrection_days = 0\n[report]\nsections = ["moved", "new", "overdue"]\n' >> sss.toml
milestone sss-1-launch
milestone sss-1-cdr
milestone sss-2-cdr 'planned = 2023-05-03'
milestone sss-2-qr 'planned = 2023-06-01'
milestone sss-2-launch
commit 2023-01-02 "The plan"
change sss-2-qr /^planned/d
commit 2023-02-01 "Nobody knows"
printf 'planned = 2023-04-11\nbaseline = 2023-04-11\n' >> data/milestones/sss-1-launch.toml
commit 2023-04-10 "A first date"
printf 'planned = 2023-05-20\n' >> data/milestones/sss-1-cdr.toml
commit 2023-04-11 "The review has a date" "Reason: the hall is booked"
change sss-1-launch s/04-11$/04-12/
change sss-1-launch 's/^baseline.*/baseline = 2023-04-11/'
change sss-2-cdr /^planned/d
commit 2023-04-12 "A day later" "Reason: weather"
change sss-1-launch 's/^planned.*/planned = 2023-04-14/'
milestone sss-1-separation 'planned = 2023-04-14' 'depends_on = ["sss-1-launch"]'
printf 'planned = 2023-06-15\n' >> data/milestones/sss-2-qr.toml
commit 2023-04-13 "Separation"
change sss-1-launch 's/^planned.*/planned = 2023-04-15/'
change sss-1-separation 's/^planned.*/planned = 2023-04-15/'
commit 2023-04-14 "One more day"
git mv data/milestones/sss-1-separation.toml data/milestones/sss-1-deployment.toml
commit 2023-04-15 "Another name"
printf 'planned = 2023-09-01\n' >> data/milestones/sss-2-launch.toml
commit 2023-04-18 "The other launch"
