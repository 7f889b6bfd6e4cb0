programme
milestone cdr 'planned = 2024-05-01' 'notes = "x"'
commit 2024-01-10 "First"
git config core.autocrlf false
printf '\xef\xbb\xbftitle = "CDR"\r\ntype = "review"\r\nplanned = 2024-05-01\r\nnotes = "x"\r\n' | record milestones/cdr.toml
commit 2024-02-10 "From another system"
