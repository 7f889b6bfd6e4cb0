programme
milestone x
commit 2018-01-01 "x"
