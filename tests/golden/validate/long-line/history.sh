programme
long=$(printf 'abcdefghi %.0s' $(seq 60))
record meetings/a.toml <<T
title = "A"
type = "review"
start = 2018-04-16
action = [{ id = "a1", text = "$long", owner = "behang", closed = 2018-04-20, closed_by = "b" }]
T
