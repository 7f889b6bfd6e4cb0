# What is not committed, overdue, due, not pushed: each with what to type next.
programme
printf 'name = "SJTU"\ntype = "university"\n' | record organisations/sjtu.toml
printf 'name = "METU"\ntype = "university"\n' | record organisations/metu.toml
milestone pdr 'planned = 2025-12-01' 'owner = "sjtu"'
milestone cdr 'planned = 2026-01-20' 'owner = "metu"'
milestone qr 'planned = 2026-05-20'
milestone done-already 'planned = 2025-11-01' 'actual = 2025-11-03'
record meetings/board.toml << 'END'
title = "Board"
type = "pmb"
start = 2026-01-12

[[action]]
id = "a1"
text = "Order the panels."
owner = "sjtu"
due = 2026-01-10

[[action]]
id = "a2"
text = "Book the chamber."
due = 2026-01-18
END
printf 'title = "Coming"\ntype = "pmb"\nstart = 2026-01-17\nend = 2026-01-19\n' | record meetings/coming.toml
printf 'title = "Held"\ntype = "pmb"\nstart = 2026-01-07\nheld = true\n' | record meetings/held.toml
commit 2025-11-05 "First"
git clone -q --bare . ../origin.git
git remote add origin ../origin.git
git fetch -q origin
git branch -q --set-upstream-to=origin/main
change qr 's/2026-05-20/2026-06-01/'
commit 2026-01-02 "The QR moves"
change cdr 's/2026-01-20/2026-01-22/'
printf 'title = "New"\ntype = "test"\n' | record milestones/new.toml
printf '[report]\nupcoming_days = 20\n' >> sss.toml
