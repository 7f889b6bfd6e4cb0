# Who makes an error of a warning answers for what that breaks; a file's new name changes nothing.
programme
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
milestone with-a-mistake 'owner = "nobody"' 'planned = 2024-05-01' 'notes = "The review of the whole system, by all parties."'
commit 2024-01-10 "First"
git checkout -q -b proposal
printf '[rules]\nmass-class = "error"\n' >> sss.toml
git mv data/milestones/with-a-mistake.toml data/milestones/renamed.toml
commit 2024-02-10 "Stricter"
