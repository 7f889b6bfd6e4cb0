# Where nothing waits that is said.
programme
milestone a 'planned = 2027-01-01'
commit 2025-11-05 "First"
