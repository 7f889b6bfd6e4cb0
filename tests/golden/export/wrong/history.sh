programme
printf "[site]\nleave_out = [\"milestone.nots\"]\n" > wrong.toml
milestone cdr
commit 2018-01-01 "x"
