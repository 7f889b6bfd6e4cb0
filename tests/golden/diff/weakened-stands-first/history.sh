# The comment for reviewers begins with what a branch switches off.
programme
printf '[data]\nignore = []\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
printf '[rules]\nmass-class = "off"\n' >> sss.toml
sed -i 's/ignore = \[\]/ignore = ["milestones\/hidden*"]/' sss.toml
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
milestone hidden 'planed = 2024-03-01'
change cdr 's/05-01/07-01/'
commit 2024-02-10 "A satellite"
