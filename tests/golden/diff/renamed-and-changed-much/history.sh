# A branch renames a milestone and moves it, while the line changes it too: the two ends look like one gone and one come.
programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
printf 'name = "Agency"\ntype = "agency"\n' | record organisations/agency.toml
milestone cdr 'notes = "n"' 'weight = 3' '# one' '# two' '# three' '# four' 'planned = 2025-03-01'
commit 2025-01-01 "Plan"
git checkout -q -b side
git mv data/milestones/cdr.toml data/milestones/sat-cdr.toml
sed -i 's/03-01/04-01/' data/milestones/sat-cdr.toml
as Grace
commit 2025-01-07 "Rename and move" "Reason: the bench is late"
git checkout -q main
as Noor
sed -i '1a owner = "agency"' data/milestones/cdr.toml
commit 2025-01-08 "An owner"
as Ada
merge 2025-01-10 side
