# One milestone, told once.
programme
milestone launch "planned = 2022-03-01"
commit 2022-01-10 "All"
