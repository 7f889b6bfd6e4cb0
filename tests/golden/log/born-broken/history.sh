programme
milestone pdr
commit 2024-01-01 "Begin"
printf 'title = "CDR\n' | record milestones/cdr.toml
commit 2024-02-10 "Broken from birth"
milestone cdr 'planned = 2024-06-15'
commit 2024-03-10 "Mended"
