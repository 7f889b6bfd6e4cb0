programme
milestone a 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b side
change a 's/05-01/05-02/'
commit 2024-01-11 "Side"
git checkout -q main
change a 's/05-01/05-03/'
commit 2024-01-12 "Main"
git merge -q side >/dev/null || true
