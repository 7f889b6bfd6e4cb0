: > sss.toml
milestone a 'owner = "x"'
