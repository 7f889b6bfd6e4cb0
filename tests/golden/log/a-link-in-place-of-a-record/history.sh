programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
mv data/milestones/cdr.toml elsewhere.toml
ln -s ../../elsewhere.toml data/milestones/cdr.toml
commit 2024-02-10 "A link"
