# What a sparse checkout leaves out stands in the repository: it is neither unknown nor removed.
programme
printf 'name = "Ada University"\ntype = "university"\n' | record organisations/ada.toml
printf 'title = "Review"\ntype = "review"\nstart = 2018-04-16\nhosts = ["ada"]\n' | record meetings/2018/review.toml
milestone cdr 'planned = 2018-05-01' 'owner = "ada"'
commit 2018-01-10 "The plan"
git sparse-checkout set --cone data/milestones
rm -f data/milestones/cdr.toml
milestone cdr 'planned = 2018-06-01' 'owner = "ada"'
