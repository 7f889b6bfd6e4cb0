# Half of these moments lie on another day in UTC than in Shanghai.
programme
printf 'timezone = "Asia/Shanghai"\n[history]\ncorrection_days = 0\n' >> sss.toml
milestone launch 'planned = 2023-04-15'
milestone separation 'planned = 2023-04-14T23:00:00Z' 'depends_on = ["launch"]'
milestone contact 'planned = 2023-04-14T22:00:00Z'
milestone beacon 'planned = 2023-04-15T18:00:00Z'
milestone yesterday 'planned = 2023-04-14T15:00:00Z'
record meetings/board.toml << 'END'
title = "Board"
type = "council"
start = 2023-03-01T17:00:00Z
end = 2023-03-02T10:00:00Z
[[action]]
id = "A1"
text = "Report the orbit"
due = 2023-04-14T20:00:00Z
END
commit 2023-04-01 "Plan"
# 06:30 and 07:40 on 15 April in Shanghai: on the planned day; and 40 minutes later than the planned moment.
change launch '$a actual = 2023-04-14T22:30:00Z'
change separation '$a actual = 2023-04-14T23:40:00Z'
# From 02:00 to 01:00 of the next day: 23 hours, and no day.
change beacon 's/^planned.*/planned = 2023-04-16T17:00:00Z/'
commit 2023-04-14T23:50:00Z "Flown"
