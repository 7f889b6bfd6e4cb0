git init -q
printf 'x\n' > README.md
commit 2024-01-10 "First"
