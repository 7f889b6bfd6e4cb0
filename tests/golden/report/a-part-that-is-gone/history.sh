# A satellite that was removed: its past can still be reported, and an id that never was is still refused.
programme
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
record satellites/sss-2.toml <<< $'name = "SSS-2"\nclass = "micro"'
milestone m1 'satellite = "sss-1"' 'planned = 2023-06-01'
commit 2023-01-03 "The beginning"
change m1 's/^planned.*/planned = 2023-07-01/'
commit 2023-01-20 "It slips"
git rm -q data/satellites/sss-1.toml data/milestones/m1.toml
commit 2023-02-10 "It is given up"
