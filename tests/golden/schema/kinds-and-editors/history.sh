programme
mkdir schemas
printf '{"type": "object", "x-sss-folder": "ground \\"stations\\"", "x-sss-title": "name", "properties": {"name": {"type": "string"}}}\n' > schemas/ground-station.schema.json
printf '[data]\nfolder = "."\n' >> sss.toml
commit 2018-01-01 "stations"
