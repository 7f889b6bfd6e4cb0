programme
printf 'name = "Lost"\nclass = "nano"\n' | record satellites/lost.toml
printf 'title = "Board"\ntype = "pmb"\nstart = 2018-06-01\n' | record meetings/board.toml
printf 'title = "Kick-off"\ntype = "kick-off"\nstart = 2018-01-01\nheld = true\n' | record meetings/kick-off.toml
commit 2018-01-02 "plan"
