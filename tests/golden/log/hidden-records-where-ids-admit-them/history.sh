# A file whose name begins with a dot is a record where its kind's ids admit that, for history and state alike; elsewhere
# neither reads it, and validate says so.
programme
printf '[report]\nsections = ["records"]\n' >> sss.toml
mkdir -p schemas
cat > schemas/part.schema.json << 'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-title": "name", "x-sss-id": "^[a-z.]+$", "properties": {"name": {"type": "string"}}}
R
cat > schemas/tool.schema.json << 'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-title": "name", "x-sss-id": "^[a-z./]+$", "properties": {"name": {"type": "string"}}}
R
printf 'name = "P"\n' | record parts/p.toml
commit 2024-01-10 "A part"
printf 'name = "Hidden part"\n' | record parts/.github.toml
printf 'name = "Hidden tool"\n' | record tools/.config/lathe.toml
printf 'name = "Sorted away"\n' | record parts/.old/q.toml
milestone .cdr
ln -s ada@host.1234 data/milestones/.#pdr.toml
commit 2024-02-10 "What is hidden"
