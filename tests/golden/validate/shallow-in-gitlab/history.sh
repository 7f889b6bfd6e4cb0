programme
milestone a
commit 2024-01-10 "First"
milestone b
commit 2024-02-10 "Second"
git clone -q --depth 1 "file://$PWD" shallow
