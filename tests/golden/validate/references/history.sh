# Unknown, of the wrong kind, by its name; and to a record that is broken itself, which is no mistake here.
programme
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "micro"
T
record organisations/beihang.toml <<'T'
name = "Beihang University"
type = "university"
T
record organisations/broken.toml <<'T'
name = "Broken
type = "university"
T
milestone a-near 'owner = "behang"'
milestone b-kind 'owner = "sss-1"'
milestone c-name 'owner = "Beihang University"'
milestone d-far 'owner = "tubitak-uzay"'
milestone e-broken 'owner = "broken"'
