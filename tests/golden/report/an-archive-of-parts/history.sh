# A satellite and an organisation have one id: the reports of each, of what belongs to no satellite and of what belongs to
# nobody stand beside each other.
programme
record satellites/apsco.toml <<< $'name = "APSCO bird"\nclass = "micro"'
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"'
milestone m1 'satellite = "apsco"' 'planned = 2023-06-01'
milestone m2 'owner = "apsco"' 'planned = 2023-07-01'
commit 2023-01-03 "The beginning"
