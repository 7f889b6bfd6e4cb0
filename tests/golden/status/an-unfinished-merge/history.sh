programme
milestone qr 'planned = 2024-05-01'
commit 2024-01-10 "Plan it"
git checkout -q -b other
change qr 's/2024-05-01/2024-06-01/'
commit 2024-01-11 "Later"
git checkout -q main
change qr 's/2024-05-01/2024-07-01/'
commit 2024-01-12 "Much later"
git merge -q other >/dev/null 2>&1 || true
