programme
printf 'timezone = "Asia/Shanghai"\n' >> sss.toml
# Both on 15 April in Shanghai; in UTC the one that needs the other would come a day before it.
milestone ready 'planned = 2023-04-15'
milestone launch 'planned = 2023-04-14T22:00:00Z' 'depends_on = ["ready"]'
# A day too early, though in UTC it is the same day.
milestone countdown 'planned = 2023-04-14T10:00:00Z' 'depends_on = ["fuelled"]'
milestone fuelled 'planned = 2023-04-14T17:00:00Z'
# Launched on New Year's Day in Shanghai; the world counts the year in UTC.
record satellites/one.toml << 'END'
name = "One"
class = "nano"
[identifiers]
cospar = "2022-001A"
END
milestone one-launch 'satellite = "one"' 'actual = 2022-12-31T20:00:00Z'
sed -i 's/type = "review"/type = "launch"/' data/milestones/one-launch.toml
record meetings/board.toml << 'END'
title = "Board"
type = "council"
start = 2023-03-01T20:00:00Z
end = 2023-03-02
END
commit 2023-04-01 "Plan"
