# A syntax error hides neither what follows it in its file nor what stands in others.
programme
record milestones/a.toml <<'T'
title = "A"
type = review
owner = "nobody"
planned = 2026-02-30
weight == 2
outcome = "pased"
T
milestone b 'actual = 2018-13-01' 'baseline = 2017-11-31'
