programme "Test programme"
milestone cdr 'planned = 2024-05-01' 'weight = 1'
milestone pdr 'planned = 2024-03-01' 'weight = 1'
commit 2024-01-01 "Plan"
change cdr 's/2024-05-01/2024-05-02/'
change pdr 's/2024-03-01/2024-03-09/'
commit 2024-02-01 "One" "Reason: weather"
change cdr 's/2024-05-02/2024-05-04/'
commit 2024-02-02 "Two" "Reason: more checks"
change cdr 's/2024-05-04/2024-05-05/'
commit 2024-02-03 "Three" "Reason: weather"
git mv data/milestones/cdr.toml data/milestones/critical.toml
commit 2024-02-04 "Renamed" "Reason: house style"
change critical 's/2024-05-05/2024-05-06/'
commit 2024-02-05 "Four"
# The PDR comes back, so that the weather moved nothing in the end; what differs is its weight.
change pdr 's/2024-03-09/2024-03-01/; s/weight = 1/weight = 2/'
commit 2024-02-06 "Back" "Reason: the sun shines"
