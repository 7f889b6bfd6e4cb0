# Neither the link nor those who refer to what it would hold are read wrongly: one finding.
programme
echo 'name = "secret"' > outside.toml
mkdir -p data/organisations
ln -s ../../outside.toml data/organisations/metu.toml
milestone sss-1-cdr 'owner = "metu"'
