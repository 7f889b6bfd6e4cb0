# The commit that removed it is named, not the merge that landed that.
programme
record organisations/metu.toml <<'T'
name = "METU"
type = "university"
T
milestone a 'owner = "metu"'
commit 2024-01-10 "First"
git checkout -q -b side
git rm -q data/organisations/metu.toml
commit 2024-02-10 "METU leaves"
git checkout -q main
milestone b
commit 2024-03-01 "Main goes on"
merge 2024-03-10 side
