programme
printf 'name = "Ada University"\ntype = "university"\nurl = "https://ada.example/"\n' | record organisations/ada.toml
milestone cdr 'owner = "ada"' 'planned = "2018-Q2"' 'notes = """=1+1\nthen, "more""""' 'depends_on = ["pdr"]' 'weight = 1.5'
milestone pdr 'planned = 2018-03-01' 'actual = 2018-03-02T10:00:00+02:00'
printf 'title = "-Board"\ntype = "pmb"\nstart = 2018-05-02\nattendance = ">40"\nhosts = ["ada"]\n[rids]\nraised = 12\n[[action]]\nid = "a1"\ntext = "Send; all"\n' | record meetings/board.toml
commit 2018-01-10 "The plan"
change cdr 's/2018-Q2/2018-Q3/'
commit 2018-04-20 "CDR later" "Reason: parts are late"
