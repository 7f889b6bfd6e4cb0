git init -q --object-format=sha256
printf '[programme]\nname = "Long names"\n' > sss.toml
milestone cdr
commit 2024-01-10 "First"
