programme
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
for id in a b c; do milestone $id 'owner = "x"'; done
