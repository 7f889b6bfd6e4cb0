# The history of several cases of this folder: each sources it.
programme
record milestones/cdr.toml <<'TOML'
# The critical design review
# of SSS-1

type = 'review'   # held in Beijing
# as planned in April
planned = 2018-06-01
title = "SSS-1 CDR"
zz.b = 1

[[sources]]
url = "https://programme.example/cdr"
title = "Minutes"
TOML
milestone pdr
record organisations/apsco.toml <<'TOML'
type = "agency"
name = APSCO
TOML
record organisations/metu.toml <<'TOML'
type = "university"
name = "METU"
TOML
