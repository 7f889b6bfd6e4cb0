programme
printf '[data]\nfolder = "."\n' >> sss.toml
mkdir milestones
printf 'title = "CDR"\ntype = "review"\nplanned = 2024-05-01\n' > milestones/cdr.toml
commit 2024-01-10 "First"
printf 'x = 1\n' > milestones/uncommitted.toml
