programme
milestone cdr 'status = "green"' 'planned = 17'
commit 2019-01-10 "Before there was a schema"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "By the schema"
