# What is only spelled otherwise is no change, however deep it stands.
programme
milestone cdr 'weight = 2' 'cancelled = { date = "2018-05-20", reason = "no money" }' 'sources = [{ title = "Minutes", url = "https://a.example", accessed = "2018-05-21" }]'
printf 'title = "M"\ntype = "review"\nstart = 2018-01-01\n[[action]]\nid = "a1"\ntext = "Do"\ndue = "2018-06-01"\n[[action]]\nid = "a2"\ntext = "Do it"\n' | record meetings/m.toml
commit 2018-01-10 "Plan"
milestone cdr 'weight = 2.0' 'sources = [{ accessed = 2018-05-21, title = "Minutes", url = "https://a.example" }]' '[cancelled]' 'reason = "no money"' 'date = 2018-05-20'
printf 'title = "M"\ntype = "review"\nstart = "2018-01-01"\n[[action]]\nid = "a2"\ntext = "Do it"\n[[action]]\ndue = 2018-06-01\nid = "a1"\ntext = "Do"\n' | record meetings/m.toml
commit 2018-02-10 "Layout"
