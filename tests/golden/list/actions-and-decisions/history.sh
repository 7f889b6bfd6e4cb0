# Items of lists with keys are listed as records are: of all meetings, of one sort, by their own fields and the meeting's.
programme
printf 'name = "SJTU"\ntype = "university"\n' | record organisations/sjtu.toml
printf 'name = "S-1"\nclass = "nano"\n[[payload]]\nname = "Camera"\npurpose = "Pictures"\n' | record satellites/s-1.toml
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
owner = "sjtu"
due = 2026-02-01

[[sources]]
title = "Minutes"
END
commit 2025-11-05 "Board"
record meetings/review.toml << 'END'
title = "Review"
type = "review"
start = 2025-12-10

[[action]]
id = "a10"
text = "Count the RIDs."

[[action]]
id = "a2"
text = "=Publish(them)"
closed = 2026-01-02
END
commit 2025-12-11 "Review"
sed -i '/^id = "a2"/a closed = 2025-12-20' data/meetings/board.toml
commit 2025-12-21 "The chamber is booked"
