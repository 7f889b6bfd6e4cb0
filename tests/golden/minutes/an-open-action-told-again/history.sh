programme
for id in x y; do printf 'name = "%s"\ntype = "university"\ncountry = "TR"\n' "${id^^}" | record organisations/$id.toml; done
record meetings/board-1.toml <<'T'
title = "Board"
type = "pmb"
start = 2024-01-10

[[action]]
id = "a2"
text = "Ask the bank"
owner = "x"

[[action]]
id = "a3"
text = "Write it down"
closed = 2024-01-11
T
printf 'title = "Board"\ntype = "pmb"\nstart = 2024-02-01\n' | record meetings/board-2.toml
commit 2024-01-12 "Boards"
printf 'Actions\n- Ask the bank | x | | done\n- Write it down | x\n- Ask the bank | y\n' > minutes.txt
