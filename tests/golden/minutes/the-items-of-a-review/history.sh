# The form of a review asks for its items (RIDs), and takes rough numbers of them too.
programme
record meetings/2018-04-cdr.toml <<'TOML'
title = "SSS-1 CDR"
type = "review"
start = 2018-04-16

[rids]
raised = 335
TOML
commit 2018-05-01 "First"
printf 'RIDs raised: 340\nRIDs closed: 290\nRIDs carried over: >40\n' > minutes.txt
printf 'RIDs withdrawn: 3\n' > wrong.txt
