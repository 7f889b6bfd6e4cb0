mkdir inner
(cd inner && programme && milestone cdr && commit 2024-01-10 "First")
programme
milestone qr 'planned = 2024-09-01'
git submodule --quiet add ./inner data/milestones/theirs 2>/dev/null
rm -rf inner
commit 2024-02-10 "Outer"
