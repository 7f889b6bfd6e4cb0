programme
mkdir schemas
cat > schemas/pass.schema.json <<'S'
{"type": "object", "x-sss-folder": "passes", "x-sss-title": "name",
 "properties": {"name": {"type": "string"}, "satellite": {"type": "string", "x-sss-reference": "satellite"},
  "station": {"type": "string", "x-sss-reference": "organisation"},
  "begins": {"type": "string", "format": "date", "x-sss-date": "start"}}}
S
cat > schemas/campaign.schema.json <<'S'
{"type": "object", "properties": {"title": {"type": "string"}, "forecast": {"x-sss-date": "planned"}, "done": {"x-sss-date": "actual"}}}
S
printf '{"type": "object", "properties": {"name": {"type": "string"}}}\n' > schemas/antenna.schema.json
printf 'name = "SSS-1"\nclass = "micro"\n' | record satellites/sss-1.toml
printf 'name = "Ada University"\ntype = "university"\n' | record organisations/ada.toml
printf 'name = "First contact"\nsatellite = "sss-1"\nstation = "ada"\nbegins = 2018-02-01\n' | record passes/first.toml
printf 'name = "Next contact"\nsatellite = "sss-1"\nbegins = 2018-07-01\n' | record passes/next.toml
printf 'forecast = "2018-Q1"\n' | record campaigns/thermal.toml
printf 'forecast = "2018-Q1"\ndone = 2018-04-02\n' | record campaigns/vibration.toml
printf 'name = "Dish"\n' | record antennas/dish.toml
milestone cdr 'planned = 2018-05-01' 'satellite = "sss-1"'
commit 2018-05-20 "The plan"
