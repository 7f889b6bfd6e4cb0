programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git tag v1
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Second"
git tag v2
git clone -q --depth 1 "file://$PWD" shallow
git -C shallow fetch -q --depth 1 origin tag v2
