# An item of a record has a page of its own, with what of the record's history and findings is about it.
programme
printf 'name = "SJTU"\ntype = "university"\n' | record organisations/sjtu.toml
record meetings/board.toml << 'END'
title = "Board"
type = "pmb"
start = 2025-11-03

[[decision]]
id = "d1"
text = "The launch is in May."

[[action]]
id = "a1"
text = "Order the panels."
owner = "sjtu"
due = 2026-01-05

[[action]]
id = "a2"
text = "Book the chamber."
owner = "nobody"
END
commit 2025-11-05 "Board"
sed -i 's/2026-01-05/2026-01-10/' data/meetings/board.toml
commit 2025-12-05 "More time for the panels"
