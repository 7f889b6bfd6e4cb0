programme
mkdir -p schemas
cat > schemas/review-board.schema.json <<'JSON'
{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Review board", "type": "object", "required": ["name"],
 "properties": {"name": {"type": "string"},
  "rid": {"type": "array", "x-sss-key": "id", "items": {"type": "object", "required": ["id", "text"],
    "properties": {"id": {"type": "string"}, "text": {"type": "string"}, "severity": {"type": "string", "enum": ["major", "minor"]},
                   "owner": {"type": "string", "x-sss-reference": "organisation"}}}}},
 "x-sss-title": "name"}
JSON
record review-boards/cdr.toml <<< $'name = "CDR board"'
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"'
