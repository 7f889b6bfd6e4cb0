# A list whose schema names no fields of its items is told by what the items say; it ended the run with a signal.
programme
mkdir -p schemas
printf '{"title":"Thing","type":"object","x-sss-title":"name","properties":{"name":{"type":"string"},"part":{"type":"array","x-sss-key":"id","items":{"type":"object"}}}}' > schemas/thing.schema.json
git add schemas
record things/a.toml <<< $'name = "A"\n[[part]]\nid = "p1"\nmass_kg = 3'
commit 2024-01-02 "First"
