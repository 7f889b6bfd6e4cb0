programme
printf '[histroy]\ncorrection_days = 3\n' >> sss.toml
milestone cdr
commit 2024-01-10 "First"
