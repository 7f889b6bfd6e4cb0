programme
milestone sss-1-cdr 'owner = "behang"'
record milestones/SSS-1-QR.toml <<'T'
title = "SSS-1 QR"
type = "review"
T
