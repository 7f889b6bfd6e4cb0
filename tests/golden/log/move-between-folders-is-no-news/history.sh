programme
record meetings/kick-off.toml <<'R'
title = "Kick-off"
type = "kick-off"
start = 2024-01-05
R
commit 2024-01-10 "The kick-off was held"
mkdir -p data/meetings/2024
git mv data/meetings/kick-off.toml data/meetings/2024/kick-off.toml
commit 2024-02-10 "Sort meetings by year"
sed -i 's/kick-off"$/&\ncity = "Ankara"/' data/meetings/2024/kick-off.toml
commit 2024-03-10 "It was in Ankara"
