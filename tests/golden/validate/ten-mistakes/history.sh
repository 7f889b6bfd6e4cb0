# Ten mistakes in five files, each told once and where it stands.
programme
record organisations/beihang.toml <<'T'
name = "Beihang University"
type = "univercity"
country = "CN"
T
record organisations/metu.toml <<'T'
name = "Middle East Technical University"
type = "university"
country = "UK"
T
record meetings/2018-04-ankara-review.toml <<'T'
title = "System CDR meeting"
type = "review"
start = 2018-04-31
attendance = -3
hosts = ["metu", "behang"]
T
record milestones/sss-1-cdr.toml <<'T'
title = "SSS-1 CDR"
type = "review"
planed = "2018-13"
owner = metu
reviews = ["CDR", "CDR"]
T
record milestones/SSS-1-QR.toml <<'T'
type = "review"
depends_on = ["sss-1-cdr"]
T
