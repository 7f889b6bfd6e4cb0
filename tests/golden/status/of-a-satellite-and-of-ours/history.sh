programme
cat >> sss.toml <<'T'
T
for id in a b; do printf 'name = "%s"\n' "${id^^}" | record satellites/$id.toml; done
for id in x y; do printf 'name = "%s University of a rather long name"\ntype = "university"\ncountry = "TR"\n' "${id^^}" | record organisations/$id.toml; done
record meetings/m1.toml <<'T'
title = "A review"
type = "review"
start = 2024-01-05
held = true
satellites = ["a"]

[[action]]
id = "a1"
text = "Ask the university for the clean room and for the keys of it"
owner = "x"
due = 2024-01-20
T
milestone pdr 'satellite = "b"' 'owner = "y"' 'planned = 2024-01-25'
commit 2024-01-10 "Plan it"
mkdir -p reports
GIT_COMMITTER_NAME=Ada true
