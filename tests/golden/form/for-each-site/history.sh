programme
mkdir -p schemas
cat > schemas/station.schema.json <<'T'
{ "$schema": "http://json-schema.org/draft-07/schema#", "title": "A ground station", "type": "object", "required": ["name"],
  "properties": {
    "name": { "type": "string", "description": "What people call it: -- without its town." },
    "dish": { "type": "object", "properties": { "diameter_m": { "type": "number", "title": "Diameter" }, "name": { "type": "string" } } },
    "open": { "type": "boolean" },
    "bands": { "type": "array", "items": { "enum": ["S", "UHF"] } },
    "nick_names": { "type": "array", "items": { "type": "string" } },
    "owner": { "type": "string", "x-sss-reference": "organisation" },
    "log": { "type": "array", "items": { "type": "object", "properties": { "text": { "type": "string" } } } } },
  "x-sss-folder": "stations", "x-sss-title": "name" }
T
record organisations/metu.toml <<'T'
name = "Middle East Technical University, Ankara"
type = "university"
country = "TR"
T
record organisations/sjtu.toml <<'T'
name = "\"Jiao Tong\" <b>上海</b>"
type = "university"
country = "CN"
T
record stations/beijing.toml <<'T'
name = "Beijing"
T
commit 2024-01-10 "A station"
