programme
record satellites/alpha.toml <<'T'
name = "Alpha"
T
milestone qr 'satellite = "alpha"' 'planned = 2024-05-01'
milestone ship 'satellite = "alpha"' 'planned = 2024-06-01' 'depends_on = ["qr"]'
commit 2024-01-10 "Plan it"
# A partner renames files, and writes no `aliases`.
git mv data/milestones/qr.toml data/milestones/system-qr.toml
change ship 's/"qr"/"system-qr"/'
git mv data/satellites/alpha.toml data/satellites/beta.toml
sed -i 's/"alpha"/"beta"/' data/milestones/*.toml
commit 2024-02-10 "Names"
