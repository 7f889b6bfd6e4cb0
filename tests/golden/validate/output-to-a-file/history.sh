programme
milestone a 'owner = "nobody"'
