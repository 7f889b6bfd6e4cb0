# All sections as a page, and a week in which nothing happened.
. "$GOLDEN/report/two-satellites.sh"
# Without charts, whose own cases stand beside `sss chart`.
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "re-opened", "moved", "new", "cancelled", "coming-up", "overdue", "undated", "conflicts", "meetings", "actions", "rids", "satellites", "freshness", "records"]
END
commit 2023-04-13 "Which sections"
