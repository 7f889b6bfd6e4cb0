# A kind whose schema has a field of the name of what is computed keeps it.
programme
mkdir schemas
printf '%s' '{"type": "object", "properties": {"title": {"type": "string"}, "late": {"type": "string"}, "age": {"type": "integer"}, "phase": {"type": "string"}}}' > schemas/pass.schema.json
record passs/one.toml <<< $'title = "One"\nlate = "night"\nage = 3\nphase = "full"'
commit 2025-01-10 "First"
