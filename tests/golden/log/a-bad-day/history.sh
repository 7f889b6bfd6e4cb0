programme
milestone sss-1-cdr
commit 2024-01-10 "First"
