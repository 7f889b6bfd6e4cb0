. "$GOLDEN/daily-verbs.sh"
printf "owner = \n" >> data/milestones/far.toml
