programme
mkdir -p schemas
cat > schemas/station.schema.json <<'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-folder": "stations", "x-sss-title": "name",
 "properties": {"name": {"type": "string"}, "dishes": {"type": "integer"}}}
R
record stations/ankara.toml <<'R'
name = "Ankara station"
dishes = 2
R
commit 2024-01-10 "A station"
sed -i 's/"stations"/"ground"/' schemas/station.schema.json
git mv data/stations data/ground
commit 2024-02-10 "Stations stand in ground/ now"
sed -i 's/2/3/' data/ground/ankara.toml
commit 2024-03-10 "A third dish"
