programme
printf 'name = "Ada University"\ntype = "university"\n' | record organisations/ada.toml
milestone cdr 'planned = 2018-05-01' 'owner = "ada"' 'depends_on = ["pdr"]'
milestone pdr 'planned = "2018-Q1"' 'baseline = "2018-01"'
commit 2018-01-01 "plan"
change cdr 's/2018-05-01/2018-06-01/'
commit 2018-04-01 "later" "Reason: weather"
change cdr 's/ada/adda/'
printf 'title = "Kick-off"\ntype = "kick-off"\nstart = "2018-04"\nmilestones = ["cdr"]\nattendance = 7\n[[action]]\nid = "a1"\ntext = "Publish it."\nowner = "ada"\ndue = 2018-06-01\n[[action]]\nid = "a2"\ntext = "Translate it."\n' | record meetings/kick-off.toml
