# The caret stands below what is meant: after wide characters, after a tab, and control characters are shown as such.
programme
record meetings/a.toml <<'T'
title = "北京航空航天大学"
type = "review"
start = 2018-04-16
action = [{ id = "a1", text = "北京航空航天大学 เทศ", owner = "behang" }]
T
printf 'title = "B"\ntype = "review"\nstart = 2018-04-16\n\thosts\t=\t["behang"]\n' | record meetings/b.toml
printf 'title = "C"\ntype = "review"\nstart = 2018-04-16\nhosts = ["\\u001b[31mred\\u202e"]\n' | record meetings/c.toml
