programme
milestone cdr 'planned = 2024-05-01'
printf 'title = "Café"\ntype = "review"\n' | record $'milestones/caf\xe9.toml'
commit 2024-01-10 "First"
