programme
commit 2018-01-01 "Nothing yet"
