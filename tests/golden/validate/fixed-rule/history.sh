programme
printf '[rules]\nsyntax = "off"\n' >> sss.toml
milestone sss-1-cdr 'planned = '
