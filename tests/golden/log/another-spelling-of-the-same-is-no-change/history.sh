programme
milestone cdr 'planned = 2024-05-01' 'depends_on = ["pdr", "mdr"]'
milestone pdr
milestone mdr
commit 2024-01-10 "Plan"
milestone cdr '# a comment' 'depends_on = [' '  "mdr",' '  "pdr",' ']' 'planned = "2024-05-01"'
commit 2024-02-10 "Written otherwise"
