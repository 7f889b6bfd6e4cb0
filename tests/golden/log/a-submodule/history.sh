mkdir inner
(cd inner && programme && milestone cdr 'planned = 2024-05-01' && commit 2024-01-10 "First")
programme "The outer programme" OP
milestone qr 'planned = 2024-09-01'
git submodule --quiet add ./inner records 2>/dev/null
rm -rf inner
printf '/inner\n' > .gitignore
commit 2024-02-10 "Outer"
