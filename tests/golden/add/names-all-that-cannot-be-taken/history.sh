programme
record organisations/beihang.toml <<'TOML'
name = "Beihang University"
type = "university"
TOML
