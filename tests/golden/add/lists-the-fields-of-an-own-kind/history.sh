programme
mkdir schemas
cat > schemas/ground-station.schema.json <<'JSON'
{
  "type": "object", "x-sss-title": "name", "required": ["name"], "additionalProperties": false,
  "properties": {
    "name": {"type": "string", "description": "What the operators call it."},
    "operator": {"type": "string", "x-sss-reference": "organisation", "description": "Who runs it."},
    "bands": {"type": "array", "items": {"enum": ["S", "X", "Ka"]}, "description": "What it receives."},
    "antenna": {"type": "object", "required": ["diameter_m"], "properties": {
      "diameter_m": {"type": "number", "description": "The dish."}}},
    "pass": {"type": "array", "description": "Each pass that was tracked.", "items": {"type": "object", "properties": {
      "start": {"type": "string", "format": "date-time"}, "orbit": {"type": "integer"}}}}
  }
}
JSON
