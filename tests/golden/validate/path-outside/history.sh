programme
milestone a
