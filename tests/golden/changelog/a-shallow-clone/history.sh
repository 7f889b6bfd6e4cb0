programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Second"
git clone -q --depth 1 "file://$PWD" shallow
