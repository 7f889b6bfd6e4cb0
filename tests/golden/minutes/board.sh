# A series of board meetings, for the cases of minutes.
programme
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"'
record organisations/tubitak-uzay.toml <<< $'name = "TÜBİTAK Space Technologies Research Institute"\nshort_name = "TÜBİTAK UZAY"\ntype = "institute"'
record organisations/metu.toml <<< $'name = "Middle East Technical University"\nshort_name = "METU"\ntype = "university"'
record meetings/2018-03-board.toml <<'TOML'
title = "Programme board"
type = "pmb"
start = 2018-03-05
city = "Beijing"
held = true

[[action]]
id = "a1"
text = "Publish the minutes"
owner = "apsco"
closed = 2018-03-20

[[action]]
id = "a2"
text = "Count the RIDs | of both reviews"
owner = "metu"
due = 2018-04-30
TOML
record meetings/2018-05-board.toml <<'TOML'
title = "Programme board"   # the second
type = "pmb"
start = 2018-05-02
city = "Ankara"

[[decision]]
id = "d1"
text = """
The schedule of SSS-1
is accepted."""
TOML
record meetings/2018-06-board.toml <<'TOML'
title = "Programme board"
type = "pmb"
start = 2018-06-04
TOML
record meetings/camp.toml <<'TOML'
title = "Camp"
type = "training"
start = 2018-04-28

[[action]]
id = "a1"
text = "Name the stations"
TOML
commit 2018-05-01 "First"
