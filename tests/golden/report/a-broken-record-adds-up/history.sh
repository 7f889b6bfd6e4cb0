# What cannot be read counts in no state: the totals of neighbouring periods add up, and what broke and was mended is told once.
programme
printf '[report]\nsections = ["achieved", "moved", "new"]\n' >> sss.toml
milestone pdr 'planned = 2018-09-01'
milestone cdr 'planned = 2018-06-01'
milestone qr 'planned = 2018-08-01'
milestone srr 'planned = 2018-05-01' 'actual = 2018-05-02'
commit 2018-05-10 "Plan"
milestone cdr 'planned = 2018-06-01' 'actual = 2018-06-05' 'notes = '
commit 2018-06-09 "CDR held, and a slip of the pen"
milestone qr 'planned = 2018-11-01' 'notes = '
printf 'title = \n' | record milestones/srr.toml
commit 2018-06-19 "More slips of the pen"
milestone cdr 'planned = 2018-06-01' 'actual = 2018-06-05' 'notes = "held"'
milestone qr 'planned = 2018-11-01' 'notes = "later"'
milestone srr 'planned = 2018-05-01' 'actual = 2018-05-02'
commit 2018-07-13 "Mended"
