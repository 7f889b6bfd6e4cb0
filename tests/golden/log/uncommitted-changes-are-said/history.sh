programme
milestone cdr 'planned = 2024-05-01'
milestone pdr
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-06-15/'
rm data/milestones/pdr.toml
milestone qr
git add data/milestones/qr.toml
milestone ar
milestone frr
printf 'x\n' > unrelated.txt
