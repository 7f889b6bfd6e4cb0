. "$GOLDEN/log/three-authors.sh"
git rm -q data/milestones/pdr.toml
commit 2024-05-01 "No PDR"
