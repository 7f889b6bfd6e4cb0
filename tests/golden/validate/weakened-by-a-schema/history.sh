# A branch whose schema asks for less than the one where it parted.
programme
mkdir schemas
cat > schemas/ground-station.schema.json <<'T'
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "required": ["name", "country"],
  "properties": {
    "name": { "type": "string", "maxLength": 20 },
    "country": { "type": "string", "enum": ["CN", "TR"] },
    "bands": { "type": "integer", "minimum": 1 }
  },
  "additionalProperties": false
}
T
record ground-stations/golbasi.toml <<'T'
name = "Golbasi"
country = "TR"
bands = 2
T
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/, "country"\]/]/; s/20 }/90 }/; s/"TR"\] }/"TR", "XX"] }/; s/, "minimum": 1//; s/"additionalProperties": false/"additionalProperties": true/' schemas/ground-station.schema.json
record ground-stations/nowhere.toml <<'T'
name = "A station of which nobody knows where"
bands = 0
colour = "green"
T
commit 2024-02-10 "A looser schema"
