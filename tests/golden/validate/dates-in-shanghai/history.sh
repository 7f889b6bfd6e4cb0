# Noon UTC of 15 January is the 15th in Shanghai; an instant of 18:00 UTC is the 16th there.
programme
printf 'timezone = "Asia/Shanghai"\n' >> sss.toml
milestone evening 'actual = 2026-01-15T18:00:00Z'
milestone morning 'actual = 2026-01-15T03:00:00Z'
