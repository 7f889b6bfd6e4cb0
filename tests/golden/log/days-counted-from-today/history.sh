programme
printf 'timezone = "Asia/Shanghai"\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-09T17:00:00Z "An hour into 10 February in Beijing"
change cdr 's/2024-06-15/2024-07-15/'
commit 2024-03-10 "Third"
