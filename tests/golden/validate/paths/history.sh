programme
milestone a 'owner = "x"'
milestone b 'owner = "x"'
record organisations/metu.toml <<'T'
name = "METU"
type = "univercity"
T
