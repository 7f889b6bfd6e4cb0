# An id that stood in history, one that was renamed, one that is gone in the working tree alone, and one that never was.
programme
for id in beihang metu kmutnb; do record organisations/$id.toml <<T
name = "University $id"
type = "university"
country = "CN"
notes = "A party of the programme from the beginning, with students of its own."
T
done
milestone a 'owner = "metu"'
milestone b 'owner = "beihang"'
milestone c 'owner = "kmutnb"'
milestone d 'owner = "tubitak"'
commit 2024-01-10 "First"
git rm -q data/organisations/metu.toml
as "Buğra"
commit 2024-02-10 "METU leaves"
git mv data/organisations/beihang.toml data/organisations/buaa.toml
commit 2024-03-10 "Its own name"
rm data/organisations/kmutnb.toml
