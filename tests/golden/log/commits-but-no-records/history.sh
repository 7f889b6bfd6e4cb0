programme
commit 2024-01-10 "Settings"
