programme
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' | record organisations/picture.toml
printf 'name = "T\374rkiye"\ntype = "state"\n' | record organisations/latin-1.toml
printf '\377\376n\000a\000m\000e\000' | record organisations/utf-16.toml
