# Today is 15 January 2026. A month that has begun may hold what was reached; a range must be over.
programme
milestone future 'actual = 2026-01-16'
milestone instant 'actual = 2026-01-16T00:30:00Z'
milestone month 'actual = "2026-01"'
milestone next-month 'actual = "2026-02"'
milestone range 'actual = "2026-01-10/2026-01-20"'
milestone today 'actual = 2026-01-15'
record meetings/swapped.toml <<'T'
title = "Swapped"
type = "review"
start = 2018-04-25
end = 2018-04-16
T
record meetings/rough.toml <<'T'
title = "Rough"
type = "review"
start = 2018-04-25
end = "2018-04"
T
