# A meeting is held where somebody says so, or where its minutes do; else its days are a plan. One that is cancelled is
# neither coming nor held.
programme "Meetings"
cat >> sss.toml << 'END'
[report]
sections = ["cancelled", "coming-up", "meetings", "records"]
END
meet() { id=$1; shift; { printf 'title = "%s"\ntype = "pmb"\n' "$(title_of "$id")"; printf '%s\n' "$@"; } | record "meetings/$id.toml"; }
meet silent-board 'start = 2026-03-10' 'city = "Ankara"' 'country = "TR"'
meet held-board 'start = 2026-03-11' 'held = true'
meet minuted-board 'start = 2026-03-12' '[[decision]]' 'id = "d1"' 'text = "Go on."'
meet counted-board 'start = 2026-03-13' 'attendance = 12'
meet dropped-board 'start = 2026-03-17'
meet coming-board 'start = 2026-04-10'
meet coming-and-dropped 'start = 2026-04-11'
commit 2026-03-01 "Begin"
for id in dropped-board coming-and-dropped; do
  printf '[cancelled]\ndate = 2026-03-05\nreason = "no visas"\n' >> data/meetings/$id.toml
done
commit 2026-03-05 "Two are cancelled" "Reason: no visas"
echo 'held = true' >> data/meetings/silent-board.toml
commit 2026-04-02 "It was held after all"
