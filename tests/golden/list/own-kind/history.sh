programme
mkdir schemas
cat > schemas/ground-station.schema.json <<'S'
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "x-sss-title": "name",
  "required": ["name", "country"],
  "properties": {
    "name": { "type": "string" },
    "country": { "type": "string" },
    "operator": { "type": "string", "x-sss-reference": "organisation" },
    "opened": { "type": "string", "format": "date", "x-sss-date": "start" },
    "open": { "type": "boolean" },
    "antennas": { "type": "array", "items": { "type": "object", "properties": { "band": { "type": "string", "enum": ["S", "X"] }, "gain_db": { "type": "number" } } } }
  }
}
S
printf 'name = "Bejaia"\ncountry = "DZ"\nopened = 2018-01-01\nopen = true\n[[antennas]]\nband = "S"\ngain_db = 30\n[[antennas]]\nband = "X"\ngain_db = 41.5\n' | record ground-stations/bejaia.toml
printf 'name = "Ankara"\ncountry = "TR"\noperator = "tubitak"\nopen = false\n' | record ground-stations/ankara.toml
printf 'name = "TÜBİTAK UZAY"\ntype = "institute"\ncountry = "TR"\n' | record organisations/tubitak.toml
commit 2018-01-01 "stations"
