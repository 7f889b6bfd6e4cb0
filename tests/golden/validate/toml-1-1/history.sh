# What TOML 1.1 brought is read everywhere, the past included; it is a finding unless the settings say that records are TOML 1.1.
programme
printf '[data]\ntoml = "1.1"\n' > newer.toml
printf '[data]\ntoml = "1.2"\n' > newest.toml
milestone cdr 'cancelled = {' '  date = 2024-05-01, # agreed by mail' '  reason = "no money\x21",' '}'
milestone launch 'planned = 2024-06-01 10:30Z'
commit 2024-01-10 "Begin"
milestone launch 'planned = 2024-06-02 10:30Z' 'notes = "\e[31mred"'
commit 2024-01-20 "Later"
milestone launch 'planned = 2024-06-02T10:30:00Z' 'notes = "red"'
commit 2024-01-21 "As older readers have it"
