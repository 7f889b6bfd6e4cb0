programme
{ echo 'name = "METU"'; echo 'type = "university"'; printf '# %2097152d\n' 0; } | record organisations/metu.toml
milestone sss-1-cdr 'owner = "metu"'
