# What stood on a day is judged on that day: what was in the future then is a mistake then.
programme
milestone a 'actual = 2024-02-01'
commit 2024-01-10 "First"
milestone b 'owner = "nobody"'
commit 2024-02-10 "Second"
