# Each file is what the report narrowed by hand prints; who has nothing gets none.
. "$GOLDEN/report/two-satellites.sh"
record organisations/idle.toml <<< $'name = "Idle Institute"\ntype = "institute"'
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"'
change sss-2-test '$a owner = "apsco"'
commit 2023-04-13 "An owner"
