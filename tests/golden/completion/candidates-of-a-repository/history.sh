programme
milestone sss-1-pdr 'planned = 2018-03-01'
milestone sss-1 'planned = 2018-05-01'
printf 'title = "CON\\u0009TROL"\ntype = "review"\n' | record milestones/sss-1-hostile.toml
printf 'name = "SSS-1"\nclass = "micro"\n' | record satellites/sss-1.toml
printf 'name = "Beihang University"\ntype = "university"\n' | record organisations/beihang.toml
printf 'title = "Review"\ntype = "review"\nstart = 2018-04-16\n[[action]]\nid = "a1"\ntext = "Send the documents"\n[[action]]\nid = "a2"\ntext = "Done"\nclosed = 2018-05-01\n' | record meetings/review.toml
commit 2018-01-10 "The plan"
git tag v1
