programme
record meetings/board.toml <<'T'
title = "Board"
type = "pmb"
start = 2024-01-10

[[action]]
id = "a1"
text = "Ask the schools"

[[action]]
id = "a2"
text = "Write it down"

[[action]]
id = "a3"
text = "Closed before"
closed = 2024-01-12
T
record meetings/next.toml <<'T'
title = "Next"
type = "pmb"
start = 2024-01-15

[[action]]
id = "a9"
text = "Ask again"
T
commit 2024-01-10 "A board"
