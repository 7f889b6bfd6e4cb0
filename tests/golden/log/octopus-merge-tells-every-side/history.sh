programme
milestone sss-1-cdr 'planned = 2024-05-01'
milestone sss-1-pdr 'planned = 2024-03-01'
milestone sss-1-qr 'planned = 2024-08-01'
commit 2024-01-10 "Plan the reviews"
for name in cdr pdr qr; do
  git checkout -q -b $name main
  as $name
  change sss-1-$name 's/-01$/-20/'
  commit 2024-01-15 "Move the $name"
done
git checkout -q main
as Ada
merge 2024-02-01 cdr pdr qr
