programme
milestone a 'planned = 2026-05-01'
commit 2024-01-10 "First"
change a 's/05-01/06-01/'
commit 2024-02-10 "Second"
git clone -q --depth 1 "file://$PWD" shallow
