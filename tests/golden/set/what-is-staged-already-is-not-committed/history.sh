. "$GOLDEN/daily-verbs.sh"
sed -i 's/as agreed/as we agreed/' data/milestones/cdr.toml
git add data/milestones/cdr.toml
