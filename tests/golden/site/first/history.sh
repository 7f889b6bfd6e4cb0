programme
printf '[site]\nurl = "https://programme.example/progress"\nedit = "https://forge.example/edit/{path}"\n' >> sss.toml
printf 'name = "Ada University"\ntype = "university"\n' | record organisations/ada.toml
printf 'name = "One"\nclass = "nano"\nlead = "ada"\n' | record satellites/one.toml
milestone cdr 'satellite = "one"' 'owner = "ada"' 'baseline = 2018-05-01' 'planned = 2018-05-01' 'notes = "Papers: see the minutes."'
milestone launch 'satellite = "one"' 'planned = 2018-Q4' 'depends_on = ["cdr"]'
sed -i 's/type = "review"/type = "launch"/; s/2018-Q4/"2018-Q4"/' data/milestones/launch.toml
printf 'title = "Board"\ntype = "pmb"\nstart = 2018-01-05\ncity = "Ankara"\ncountry = "TR"\nheld = true\n[[decision]]\nid = "d1"\ntext = "Go on"\n[[action]]\nid = "a1"\ntext = "Send the minutes"\nowner = "ada"\ndue = 2018-02-01\n' | record meetings/board.toml
commit 2018-01-10 "The plan"
change cdr 's/planned = 2018-05-01/planned = 2018-06-15/'
as Bert
commit 2018-03-02 "CDR later" "Reason: parts are late"
