# Dated kinds of one's own are overdue and coming in the report as in the timeline. In a week in which nothing is written
# down days may pass all the same.
programme "Own kinds"
cat >> sss.toml << 'END'
[report]
sections = ["coming-up", "overdue"]
END
mkdir -p schemas
cat > schemas/ground-station.schema.json << 'END'
{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Ground station", "type": "object", "x-sss-title": "name",
 "properties": {"name": {"type": "string"}, "satellite": {"type": "string", "x-sss-reference": "satellite"},
                "opens": {"type": "string", "format": "date", "x-sss-date": "planned"},
                "opened": {"type": "string", "format": "date", "x-sss-date": "actual"}}}
END
printf 'name = "S-1"\nclass = "nano"\n' | record satellites/s-1.toml
printf 'name = "Ankara"\nopens = 2026-03-04\n' | record ground-stations/ankara.toml
printf 'name = "Lima"\nopens = 2026-03-20\nsatellite = "s-1"\n' | record ground-stations/lima.toml
printf 'name = "Tehran"\nopens = 2026-03-01\nopened = 2026-03-01\n' | record ground-stations/tehran.toml
milestone cdr 'planned = 2026-03-05'
# Of one day, what is needed comes first.
milestone a-separation 'planned = 2026-03-21' 'depends_on = ["b-launch"]'
milestone b-launch 'planned = 2026-03-21'
commit 2026-02-01 "Begin"
