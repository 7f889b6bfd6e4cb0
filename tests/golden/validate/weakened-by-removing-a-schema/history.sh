# A branch that takes a schema away, or puts one in the place of a standard one: its records are judged by what stood.
programme
mkdir schemas
cat > schemas/ground-station.schema.json <<'T'
{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } }, "additionalProperties": false }
T
record ground-stations/golbasi.toml <<'T'
name = "Golbasi"
T
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
git rm -q schemas/ground-station.schema.json
mkdir -p schemas
cat > schemas/milestone.schema.json <<'T'
{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": { "title": { "type": "string" } } }
T
printf 'nme = "No name"\n' > data/ground-stations/golbasi.toml
milestone odd 'planned = "some day"'
commit 2024-02-10 "Schemas of our own"
