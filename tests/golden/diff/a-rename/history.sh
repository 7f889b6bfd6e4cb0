# Renamed and moved in one: one record, one move, and who depends on it by its new name.
programme
milestone sss-1-cdr 'planned = 2018-05-01' 'weight = 2' 'owner = "nobody"'
milestone sss-1-qr 'planned = 2018-05-10' 'depends_on = ["sss-1-cdr"]'
commit 2018-01-10 "The plan"
git mv data/milestones/sss-1-cdr.toml data/milestones/sss-1-system-cdr.toml
change sss-1-system-cdr 's/planned = .*/planned = 2018-05-15/'
change sss-1-qr 's/sss-1-cdr/sss-1-system-cdr/'
commit 2018-02-10 "Called by its name"
