# No milestone at all, and none that is open.
programme
commit 2020-01-01 "Nothing yet"
