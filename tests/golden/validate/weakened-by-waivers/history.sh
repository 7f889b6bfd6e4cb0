# A branch that waives what it breaks, and what others wait for longer.
programme
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
milestone cdr 'planned = 2024-05-01' 'owner = "nobody"'
cat >> sss.toml <<'T'
[[waiver]]
rule = "mass-class"
record = "satellite/sss-1"
until = 2026-03-01
reason = "It is weighed again"
T
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/until = 2026-03-01/until = 2099-12-31/' sss.toml
cat >> sss.toml <<'T'
[[waiver]]
rule = "unknown-reference"
record = "milestone/pdr"
until = 2099-12-31
reason = "Trust me"
T
milestone pdr 'planned = 2024-04-01' 'owner = "nobody"'
commit 2024-02-10 "Waivers"
