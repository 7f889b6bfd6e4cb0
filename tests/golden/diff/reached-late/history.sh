# A milestone that is reached later than planned moves too: for those who waited for it.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
milestone sss-1-qr 'planned = 2018-06-01' 'depends_on = ["sss-1-cdr"]'
commit 2018-01-10 "The plan"
echo 'actual = 2018-06-15' >> data/milestones/sss-1-cdr.toml
commit 2018-06-16 "Held"
