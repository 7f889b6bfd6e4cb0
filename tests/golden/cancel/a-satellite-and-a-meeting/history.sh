programme
printf 'name = "S-1"\nclass = "nano"\n' | record satellites/s-1.toml
milestone cdr 'satellite = "s-1"' 'planned = 2026-03-10'
milestone qr 'satellite = "s-1"' 'planned = 2026-06-10'
milestone pdr 'satellite = "s-1"' 'actual = 2025-06-10'
record meetings/board.toml <<< $'title = "Board"\ntype = "pmb"\nstart = 2026-02-10'
record meetings/held.toml <<< $'title = "Held board"\ntype = "pmb"\nstart = 2026-01-10\nheld = true'
commit 2026-01-02 "First"
