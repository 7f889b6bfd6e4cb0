# A branch that makes rules quieter and waits longer, and breaks what they asked for: it counts all the same.
programme
printf '[history]\ncorrection_days = 7\n[report]\nstale_days = 90\n[plan]\nmargin_days = 14\n[rules]\nmass-class = "error"\nunnamed = "note"\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/correction_days = 7/correction_days = 3650/; s/stale_days = 90/stale_days = 900/; s/margin_days = 14/margin_days = 0/; s/mass-class = "error"/mass-class = "off"/; s/unnamed = "note"/unnamed = "warning"/' sss.toml
printf 'open-end = "note"\n' >> sss.toml
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
commit 2024-02-10 "A satellite, and what lets it pass"
