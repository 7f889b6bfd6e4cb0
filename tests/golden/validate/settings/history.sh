programme
cat > sss.toml <<'T'
[programme]
timezon = "Asia/Shanghai"
week_starts = "someday"
[rules]
unknown-referense = "off"
mass-class = "of"
T
mkdir schemas
printf '{\n  "type": "object",\n  "propertys": {}\n}\n' > schemas/ground-station.schema.json
