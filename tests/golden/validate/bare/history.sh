programme
milestone a 'owner = "nobody"'
commit 2024-01-10 "First"
git clone -q --bare "file://$PWD" bare
