# A branch that names fewer kinds: the records of the others are still looked at.
programme
printf '[data]\nkinds = ["milestone", "satellite"]\n' >> sss.toml
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
T
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/, "satellite"//' sss.toml
sed -i 's/"nano"/"enormous"/' data/satellites/sss-1.toml
commit 2024-02-10 "Milestones alone"
