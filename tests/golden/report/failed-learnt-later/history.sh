# That a review failed is learnt a month after it was held, a repetition is planned, and then it was passed after all.
programme
printf 'name = "Sat A"\nclass = "nano"\n' | record satellites/sat-a.toml
milestone pdr 'reviews = ["PDR"]' 'satellite = "sat-a"' 'planned = 2025-02-01'
milestone cdr 'reviews = ["CDR"]' 'satellite = "sat-a"' 'planned = 2025-03-01' 'depends_on = ["pdr"]'
commit 2025-01-01 "Plan"
printf 'actual = 2025-02-01\n' >> data/milestones/pdr.toml
commit 2025-02-01 "Held"
printf 'outcome = "failed"\n' >> data/milestones/pdr.toml
commit 2025-03-05 "It failed"
milestone pdr-2 'reviews = ["PDR"]' 'satellite = "sat-a"' 'planned = 2025-04-01' 'repeats = "pdr"'
commit 2025-03-20 "To be held again"
sed -i 's/failed/passed/' data/milestones/pdr.toml
git rm -q data/milestones/pdr-2.toml
commit 2025-04-05 "It was passed after all"
