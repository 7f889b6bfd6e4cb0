# A repository that was never made for sss: its data beside code, nested folders, ids with capitals, dots and slashes,
# other TOML files everywhere. sss.toml and three schemas are all it is told.
git init -q
mkdir -p schemas people teams/archive repos/rocket repos/archive/rocket tools
cat > sss.toml <<'S'
[programme]
name = "The Rocket teams"
[data]
folder = "."
kinds = ["person", "team", "repo"]
S
cat > schemas/person.schema.json <<'S'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "additionalProperties": false,
 "x-sss-folder": "people", "x-sss-id": "^[A-Za-z0-9-]+$", "x-sss-title": "name", "required": ["name", "number"],
 "properties": {"name": {"type": "string"}, "number": {"type": "integer"}, "mail": {"type": "string", "format": "email"}}}
S
cat > schemas/team.schema.json <<'S'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-id": "^[a-z0-9-]+$", "x-sss-title": "name",
 "required": ["name", "people"],
 "properties": {
  "name": {"type": "string"},
  "subteam-of": {"type": "string", "x-sss-reference": "team"},
  "people": {"type": "object", "properties": {
   "leads": {"type": "array", "items": {"type": "string", "x-sss-reference": "person"}},
   "members": {"type": "array", "items": {"anyOf": [
    {"type": "string", "x-sss-reference": "person"},
    {"type": "object", "properties": {"person": {"type": "string", "x-sss-reference": "person"}, "roles": {"type": "array"}}}]}}}}}}
S
cat > schemas/repo.schema.json <<'S'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-folder": "repos",
 "x-sss-id": "^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+$", "x-sss-title": "name", "required": ["org", "name"],
 "properties": {"org": {"type": "string"}, "name": {"type": "string"},
  "access": {"type": "object", "additionalProperties": {"enum": ["read", "write", "admin"]}}}}
S
printf 'name = "Ada Marsh"\nnumber = 7\n' > people/Ada-M.toml
printf 'name = "Bo Lindqvist"\nnumber = 12\nmail = "bo@rocket.example"\n' > people/bo99.toml
printf 'name = "guidance"\n\n[people]\nleads = ["Ada-M"]\nmembers = ["Ada-M", { person = "bo99", roles = ["reviewer"] }]\n' > teams/guidance.toml
printf 'name = "old"\nsubteam-of = "guidance"\n\n[people]\nleads = []\nmembers = ["bo99"]\n' > teams/archive/old.toml
printf 'org = "rocket"\nname = "Nozzle.js"\n\n[access]\nguidance = "write"\n' > repos/rocket/Nozzle.js.toml
printf '[package]\nname = "tool"\n' > tools/Cargo.toml
printf 'line_width = 80\n' > .formatter.toml
printf '[settings]\nx = 1\n' > config.toml
commit 2024-01-10 "The teams as they are"
printf 'name = "guidance"\n\n[people]\nleads = ["bo99"]\nmembers = [\n    "Ada-M",\n    { person = "bo99", roles = ["reviewer", "release"] },\n]\n' > teams/guidance.toml
printf '[settings]\nx = 2\n' > config.toml
commit 2024-02-20 "bo99 leads guidance"
git mv repos/rocket/Nozzle.js.toml repos/archive/rocket/Nozzle.js.toml
printf 'org = "rocket"\nname = "Nozzle.js"\n' > repos/archive/rocket/Nozzle.js.toml
commit 2024-03-05 "Nozzle.js is archived"
printf 'name = "old"\nsubteam-of = "Guidance"\n\n[people]\nleads = []\nmembers = ["bo9"]\n' > teams/archive/old.toml
