. "$GOLDEN/log/three-authors.sh"
sed -i "s/2024-07-08/2024-08-01/" data/milestones/system-cdr.toml
printf "\n[cancelled]\nreason = \"money\"\n" >> data/milestones/system-cdr.toml
rm data/milestones/pdr.toml
