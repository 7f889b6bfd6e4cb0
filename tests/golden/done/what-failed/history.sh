# What was held and failed is not told as reached.
programme
milestone cdr 'planned = 2026-10-01'
commit 2026-09-01 "First"
