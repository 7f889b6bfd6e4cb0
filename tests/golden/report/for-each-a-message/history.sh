. "$GOLDEN/report/two-satellites.sh"
record organisations/ada.toml <<< $'name = "Ada University"\ntype = "university"\ncontact = "Space Office <space@ada.example>"'
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"\ncontact = "ask the secretariat"'
change sss-2-test '$a owner = "apsco"'
commit 2023-04-13 "Contacts"
