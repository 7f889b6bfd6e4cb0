# An error that stood before is no news; the new ones are named, errors first, and what cannot be read is said.
programme
milestone sss-1-cdr 'owner = "behang"'
milestone sss-1-qr 'planned = 2018-05-10'
milestone sss-1-ar
commit 2018-01-10 "The plan"
milestone sss-1-frr 'planned = 2018-05-01' 'depends_on = ["sss-1-qr"]'
milestone sss-1-qr 'planned = 2018-05-10' 'color = "red"'
printf 'title = \n' > data/milestones/sss-1-ar.toml
commit 2018-02-10 "More"
