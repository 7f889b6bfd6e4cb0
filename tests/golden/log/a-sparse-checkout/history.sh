programme
milestone cdr 'planned = 2024-05-01'
record organisations/apsco.toml <<'R'
name = "APSCO"
type = "intergovernmental"
R
commit 2024-01-10 "First"
git sparse-checkout set --cone data/milestones
