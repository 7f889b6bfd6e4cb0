# A clone of depth 1, for the cases that ask for a history that it does not have.
programme
milestone a
commit 2024-01-10 "First"
milestone b
commit 2024-02-10 "Second"
git clone -q --depth 1 "file://$PWD" shallow
