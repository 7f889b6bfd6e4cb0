programme "Test programme"
for i in 1 2 3 4 5 6 7; do milestone review-$i; done
milestone cdr
record organisations/apsco.toml <<'R'
name = "APSCO"
type = "intergovernmental"
R
commit 2024-01-01 "Import"
