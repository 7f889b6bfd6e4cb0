programme
record meetings/board.toml <<< $'title = "Board"\ntype = "pmb"\nstart = 2026-01-10'
record meetings/coming.toml <<< $'title = "Coming board"\ntype = "pmb"\nstart = 2026-02-10'
record meetings/dropped.toml <<< $'title = "Dropped board"\ntype = "pmb"\nstart = 2026-01-09\n[cancelled]\ndate = 2026-01-02\nreason = "no visas"'
milestone cdr 'planned = 2026-01-10'
sed -i '$a milestones = ["cdr"]' data/meetings/board.toml
commit 2026-01-02 "First"
