programme
printf 'title = "Board"\ntype = "pmb"\nstart = 2024-01-10\nheld = true\n' | record meetings/board.toml
printf 'title = "Other"\ntype = "pmb"\nstart = 2024-01-10\nheld = false\n[cancelled]\ndate = 2024-01-09\n' | record meetings/other.toml
commit 2024-01-12 "Held"
