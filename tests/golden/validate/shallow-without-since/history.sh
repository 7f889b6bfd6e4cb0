# One state is there whole; what became of a lost id is not known, and that is no failure.
programme
milestone b
record organisations/beihang.toml <<'T'
name = "Beihang University"
type = "university"
T
commit 2024-01-10 "First"
git rm -q data/organisations/beihang.toml
milestone a 'owner = "beihang"'
commit 2024-02-10 "Second"
git clone -q --depth 1 "file://$PWD" shallow
