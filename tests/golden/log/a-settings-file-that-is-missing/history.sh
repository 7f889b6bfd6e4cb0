programme
milestone cdr
commit 2024-01-10 "First"
