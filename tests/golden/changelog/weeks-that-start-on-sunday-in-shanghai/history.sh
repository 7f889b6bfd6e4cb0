programme "Test programme"
printf 'timezone = "Asia/Shanghai"\nweek_starts = "sunday"\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-06T15:59:59Z "A second before Sunday in Shanghai"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-01-06T16:00:00Z "Sunday in Shanghai" "Reason: the antenna"
