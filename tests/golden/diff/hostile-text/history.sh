# Titles and reasons that would mark up, mention, colour a terminal, break a table or begin a comment.
programme
record milestones/cdr.toml <<'T'
title = "# <b>@apsco</b> | \u001b[31mred\u202e #1"
type = "review"
planned = 2018-05-01
T
record milestones/qr.toml <<'T'
title = "**bold**\nReason: forged"
type = "review"
planned = 2018-05-10
depends_on = ["cdr"]
T
commit 2018-01-10 "The plan"
change cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-02-10 "Later" $'Reason: see https://example.org/ | <script> @someone \e[1m'
