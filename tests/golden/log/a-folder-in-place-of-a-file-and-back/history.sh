programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
rm data/milestones/cdr.toml
mkdir data/milestones/cdr.toml
printf 'title = "PDR"\ntype = "review"\nplanned = 2024-03-01\n' > data/milestones/cdr.toml/pdr.toml
commit 2024-02-10 "A folder"
rm -r data/milestones/cdr.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-03-10 "A file"
