programme
commit 2018-01-01 "begin"
mkdir schemas
printf '{"type": "object", "properties": {"name": {"type": "string"}}}\n' > schemas/radio.schema.json
commit 2019-01-01 "radios are a kind"
