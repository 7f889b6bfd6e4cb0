programme
record organisations/beihang.toml <<'TOML'
name = "Beihang University"
type = "university"
country = "CN"
TOML
milestone sss-1-pdr
