# Main holds two old mistakes; a branch shifts one of them down, makes a new one, and breaks a third record from elsewhere.
programme
record organisations/beihang.toml <<'E'
name = "Beihang University"
type = "university"
E
milestone a-old 'owner = "nobody"'
milestone b-old 'weight = -1' 'owner = "beihang"'
record satellites/sss-1.toml <<'E'
name = "SSS-1"
class = "nano"
mass_kg = 30
E
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i '1i # A line above.' data/milestones/a-old.toml
milestone c-new 'ownr = "beihang"'
git rm -q data/organisations/beihang.toml
commit 2024-02-10 "A proposal"
git checkout -q main
milestone d-elsewhere 'owner = "also-nobody"'
commit 2024-03-10 "Main goes on"
git checkout -q proposal
