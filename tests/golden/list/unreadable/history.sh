programme
printf 'title = "Good"\ntype = "review"\n' | record milestones/good.toml
printf 'title = "Broken"\ntype = \n' | record milestones/broken.toml
