programme
printf 'name = "Ada University"\ntype = "university"\ncontact = "Room 5, ask for the office"\n' | record organisations/ada.toml
printf 'name = "The agency"\ntype = "agency"\nmembership = "signatory"\nsince = "2005-10"\n' | record organisations/agency.toml
printf 'name = "The board"\ntype = "intergovernmental"\n' | record organisations/board.toml
cat <<'T' | record meetings/signing.toml
title = "Signing"
type = "signing"
start = 2017-01-17
hosts = ["ada"]
observers = ["board"]
chair = "Grace Hopper"
held = true
attendance = ">40"

[rids]
raised = "~30"
carried_over = ">40"

[[speakers]]
name = "Ada Lovelace"
office = "professor"
organisation = "ada"
said = "Reports on the background of the project."

[[speakers]]
name = "Alan Turing"
said = "Thanks all."
T
cat <<'T' | record milestones/contract.toml
title = "Contract"
type = "contract"
actual = 2017-01-17

[[parties]]
organisation = "agency"
person = "Mary Somerville"

[[parties]]
organisation = "ada"
T
cat <<'T' | record statements/2018-04-status.toml
on = 2018-04-25
by = "agency"
author = "Mary Somerville"
text = """
- The review was held.
- The launch is expected not before July.
"""
T
printf 'name = "Lost"\nclass = "nano"\n[cancelled]\ndate = 2018-09-01\nreason = "No launch was found."\n[identifiers]\ncospar = "2018-F01"\nnorad = 270321\n' | record satellites/lost.toml
printf 'title = "Launch"\ntype = "launch"\nsatellite = "lost"\nplanned = "2018-07-16/.."\n' | record milestones/launch.toml
commit 2018-04-26 "As it stands"
