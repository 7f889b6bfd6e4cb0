programme
printf 'timezone = "Asia/Shanghai"\n' >> sss.toml
milestone early 'planned = 2023-04-14T15:59:59Z'
milestone dawn 'planned = 2023-04-14T22:00:00Z'
milestone day 'planned = 2023-04-15'
milestone night 'planned = 2023-04-15T16:00:00Z'
commit 2023-04-01 "Plan"
