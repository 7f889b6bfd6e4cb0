# A table, a list or a text without content is told where it comes, goes or is what is left: never as an empty line.
programme
mkdir -p schemas
cat > schemas/part.schema.json << 'R'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-title": "name", "properties": {"name": {"type": "string"}}}
R
printf 'name = "P"\n' | record parts/p.toml
commit 2024-01-10 "A part"
printf 'name = "P"\n\n[environments.pages]\n' | record parts/p.toml
commit 2024-01-11 "An environment without settings"
printf 'name = "P"\n\n[environments.pages]\nbranch = "main"\n' | record parts/p.toml
commit 2024-01-12 "And with one"
printf 'name = "P"\nlabels = []\nalias = ""\n[environments.pages]\n' | record parts/p.toml
commit 2024-01-13 "And without"
printf 'name = "P"\nlabels = ["a"]\n[environments]\n' | record parts/p.toml
commit 2024-01-14 "The environment goes"
printf 'name = "P"\nlabels = ["a"]\n' | record parts/p.toml
commit 2024-01-15 "And their table"
milestone cdr 'cancelled = {}'
commit 2024-01-16 "Cancelled, nobody says why"
