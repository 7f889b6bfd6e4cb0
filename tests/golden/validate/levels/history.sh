# Off is silent, a warning does not fail, and what was not read cannot be turned off.
programme
printf '[rules]\nunknown-reference = "warning"\nunknown-field = "off"\nsyntax = "off"\n' >> sss.toml
milestone sss-1-cdr 'owner = "behang"' 'plannd = 2018-01-01'
