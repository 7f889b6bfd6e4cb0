# A branch that promises a report a year where one a month was promised: the missing ones would be missed by nobody.
programme
printf '[publication]\nevery = "month"\nsince = "2024-01"\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/every = "month"/every = "year"/' sss.toml
commit 2024-02-10 "Once a year is enough"
