# Findings of several rules and levels, for the cases that print them in one format each.
programme
milestone a 'owner = "nobody"' 'planned = "2018-02-30"'
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
milestone B-Capital
