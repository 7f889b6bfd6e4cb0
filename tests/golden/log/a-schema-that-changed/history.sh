programme
mkdir -p schemas
cat > schemas/station.schema.json <<'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-title": "name",
 "properties": {"name": {"type": "string"}, "opened": {"type": "string"}}}
R
record stations/ankara.toml <<'R'
name = "Ankara station"
opened = "2024-04"
R
commit 2024-01-10 "A station"
cat > schemas/station.schema.json <<'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-title": "name",
 "properties": {"name": {"type": "string"}, "start": {"type": "string", "x-sss-date": "planned"}}}
R
record stations/ankara.toml <<'R'
name = "Ankara station"
start = "2024-04"
R
commit 2024-02-10 "What was called opened is called start"
sed -i 's/"2024-04"/"2024-06"/' data/stations/ankara.toml
commit 2024-03-10 "It opens later"
