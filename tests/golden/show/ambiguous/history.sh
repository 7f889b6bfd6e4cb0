programme
printf 'name = "X"\ntype = "university"\n' | record organisations/x.toml
milestone x
printf 'title = "Broken"\ntype = \nplanned = 2018-04-31\n' | record milestones/broken.toml
