programme
printf '[rules]\nmass-class = "note"\n' >> sss.toml
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "nano"
mass_kg = 30
T
