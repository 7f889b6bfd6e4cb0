# Slip, moves, lateness, age and the last change are columns; the history is read through a rename.
programme
printf 'name = "S-1"\nclass = "nano"\n' | record satellites/s-1.toml
milestone pdr 'satellite = "s-1"' 'reviews = ["PDR"]' 'baseline = 2025-03-01' 'planned = 2025-03-01'
milestone cdr 'satellite = "s-1"' 'reviews = ["CDR"]' 'baseline = 2025-10-01' 'planned = 2025-10-01'
milestone idle
commit 2025-01-10 "First"
change pdr 's/^planned.*/planned = 2025-03-01\nactual = 2025-03-11\noutcome = "passed"/'
commit 2025-03-12 "The PDR is held"
change cdr 's/^planned.*/planned = 2025-11-01/'
commit 2025-08-01 "The CDR moves"
git mv data/milestones/cdr.toml data/milestones/critical.toml
commit 2025-08-15 "It is called otherwise"
change critical 's/^planned.*/planned = 2025-12-20/'
commit 2025-10-20 "And moves again"
milestone new 'planned = 2026-05-01'
