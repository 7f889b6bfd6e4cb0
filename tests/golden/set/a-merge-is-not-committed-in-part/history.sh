. "$GOLDEN/daily-verbs.sh"
git branch side
change cdr 's/weight.*//; $a weight = 2'
commit 2018-03-03 "Weighs two"
git checkout -q side
change cdr '$a weight = 3'
commit 2018-03-03 "Weighs three"
git merge -q main > /dev/null 2>&1 || true
