programme
printf 'name = "Ada University"\nshort_name = "Ada"\ntype = "university"\n' | record organisations/ada.toml
milestone done 'planned = 2018-02-01' 'actual = "2018-03"' 'outcome = "passed-with-actions"'
milestone late 'planned = "2018-03"' 'owner = "ada"'
milestone vague 'planned = "2018"'
milestone soon 'planned = "2018-06~"'
milestone nowhere
milestone gone 'planned = 2018-07-01' '[cancelled]' 'date = 2018-01-01' 'reason = "no money"'
milestone broken 'planned = "soon"'
printf 'title = "衛星会議 \\u001b[31m"\ntype = "training"\nstart = 2018-04-10\nend = 2018-05-25\ncity = "Ankara"\n[[action]]\nid = "a1"\ntext = "Publish it."\nowner = "ada"\ndue = 2018-04-18\n[[action]]\nid = "a2"\ntext = "Translate it."\n' | record meetings/long.toml
commit 2018-01-01 "all"
milestone new 'planned = 2019-01-01'
