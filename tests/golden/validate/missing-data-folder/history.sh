programme
printf '[data]\nfolder = "dat"\n' >> sss.toml
milestone a
