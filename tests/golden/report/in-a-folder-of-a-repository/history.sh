# Records in a folder of a larger repository: they are checked as they stand, and their history is refused, not told as empty.
git init -q
mkdir prog
cd prog
programme
rm -rf .git
milestone a 'planned = 2023-06-01'
cd ..
commit 2023-01-03 "The beginning"
