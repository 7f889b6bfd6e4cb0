# The history of several cases of this folder: each sources it.
programme
record organisations/apsco.toml <<'TOML'
name = "APSCO"
type = "agency"
country = "CN"
TOML
record meetings/review.toml <<'TOML'
# The Ankara review
title = 'Review'   # as invited
type = "review"
start = 2018-04-16

participants = [
    "apsco",  # in the chair
]
notes = """
two
lines"""

[[action]]
id = "a1"
text = "Publish"
TOML
