# What is carried over from meeting to meeting is no sum. Actions that were agreed or closed before the period and recorded
# in it say so.
programme "Minutes"
cat >> sss.toml << 'END'
[report]
sections = ["meetings", "actions", "rids"]
END
printf 'name = "S-1"\nclass = "nano"\n' | record satellites/s-1.toml
printf 'name = "S-2"\nclass = "nano"\n' | record satellites/s-2.toml
review() { id=$1 start=$2 satellites=$3; shift 3; { printf 'title = "%s"\ntype = "review"\nstart = %s\nsatellites = [%s]\n[rids]\n' "$(title_of "$id")" "$start" "$satellites"; printf '%s\n' "$@"; } | record "meetings/$id.toml"; }
record meetings/board.toml << 'END'
title = "Board"
type = "pmb"
start = 2026-01-05
[[action]]
id = "a1"
text = "Order the panels."
due = 2026-01-20
[[action]]
id = "a2"
text = "Book the chamber."
due = 2025-11-05
END
commit 2026-01-10 "Begin"
review first 2026-01-13 '"s-1", "s-2"' 'raised = 10' 'closed = 2'
review second 2026-01-20 '"s-1"' 'raised = 0' 'closed = 1' 'carried_over = 8'
review third 2026-01-27 '"s-1"' 'raised = 0' 'closed = 1' 'carried_over = 7'
sed -i '/^id = "a1"/a closed = 2026-01-22' data/meetings/board.toml
record meetings/older.toml << 'END'
title = "Older board"
type = "pmb"
start = 2026-01-08
[[action]]
id = "a1"
text = "Write it down."
END
commit 2026-01-26 "Minutes"
