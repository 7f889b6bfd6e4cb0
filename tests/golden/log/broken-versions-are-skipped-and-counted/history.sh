programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
change cdr 's/^planned.*/planned = 2024-06-/'
commit 2024-02-10 "Broken"
change cdr 's/^planned.*/planned = 2024-06-15/'
commit 2024-03-10 "Mended"
