programme
record meetings/ankara.toml <<'R'
title = "Ankara meeting"
type = "pmb"
start = 2024-04-16
participants = ["apsco", "beihang"]
[[action]]
id = "a1"
text = "Publish progress"
owner = "apsco"
[[action]]
id = "a2"
text = "Order the antenna"
due = 2024-05-01
R
record organisations/beihang.toml <<'R'
name = "Beihang University"
type = "university"
R
record satellites/sss-1.toml <<'R'
name = "SSS-1"
class = "micro"
[orbit]
altitude_km = 500
R
commit 2024-04-20 "Minutes"
record meetings/ankara.toml <<'R'
title = "Ankara meeting"
type = "pmb"
start = 2024-04-16
participants = ["beihang", "tubitak"]
[rids]
raised = 335
[[action]]
id = "a2"
text = "Order the antenna"
due = 2024-06-01
closed = 2024-05-20
[[action]]
id = "a3"
text = "Book the hall"
owner = "beihang"
R
sed -i 's/500/520/' data/satellites/sss-1.toml
commit 2024-05-21 "Minutes, amended"
