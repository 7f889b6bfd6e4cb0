programme
milestone sss-1-cdr 'actual = "2019-08-21/2019-08-29"' 'owner = "beihang"'
record organisations/beihang.toml <<'T'
name = "Beihang University"
type = "university"
T
