programme "The test programme" TP
printf 'id = "test-programme"\ndescription = "Two satellites, and what they learn."\n[site]\nurl = "https://tp.example/progress"\n' >> sss.toml
printf 'name = "Ada University"\ntype = "university"\n' | record organisations/ada.toml
printf 'name = "TP-1"\nclass = "nano"\nlead = "ada"\n' | record satellites/tp-1.toml
printf 'name = "TP-2"\nclass = "nano"\n' | record satellites/tp-2.toml
milestone pdr 'satellite = "tp-1"' 'owner = "ada"' 'planned = 2018-03-01' 'actual = "2018-02-26/2018-03-02"' 'outcome = "passed-with-actions"'
milestone cdr 'satellite = "tp-1"' 'owner = "ada"' 'planned = 2018-06-01'
milestone qr 'satellite = "tp-1"' 'planned = "2018-Q4"'
milestone shipped 'satellite = "tp-2"' 'planned = 2018-09-01'
milestone someday 'planned = "2018-07-01/.."'
printf 'title = "Launch of TP-1"\ntype = "launch"\nsatellite = "tp-1"\nplanned = 2019-04-15T06:47:00Z\n' | record milestones/launch.toml
printf 'title = "Board, first"\ntype = "pmb"\nstart = 2018-05-02\nend = 2018-05-03\ncity = "Ankara"\ncountry = "TR"\n[[action]]\nid = "a1"\ntext = "Send the minutes; to all"\nowner = "ada"\ndue = 2018-05-10\n[[action]]\nid = "a2"\ntext = "Find a launcher"\n' | record meetings/board.toml
commit 2018-01-10 "The plan"
change cdr 's/2018-06-01/2018-07-16/'
commit 2018-04-20 "CDR later" "Reason: parts are late"
as Bo
git mv data/milestones/qr.toml data/milestones/tp-1-qr.toml
sed -i 's/^class.*/&\ncancelled = { date = 2018-04-24, reason = "no money" }/' data/satellites/tp-2.toml
sed -i 's/^due = 2018-05-10/&\nclosed = 2018-05-09/' data/meetings/board.toml
commit 2018-05-09 "TP-2 is given up"
