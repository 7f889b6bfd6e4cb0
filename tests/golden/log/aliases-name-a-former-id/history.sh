programme
record organisations/acme.toml <<'R'
name = "Acme"
type = "company"
country = "CN"
R
commit 2024-01-10 "Acme joins"
git rm -q data/organisations/acme.toml
record organisations/zenith.toml <<'R'
name = "Zenith Space"
type = "institute"
country = "TH"
url = "https://zenith.example"
aliases = ["acme"]
R
commit 2024-02-10 "Acme is Zenith now"
