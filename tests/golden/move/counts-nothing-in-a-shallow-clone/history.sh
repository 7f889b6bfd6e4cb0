. "$GOLDEN/daily-verbs.sh"
git clone -q --depth 1 "file://$PWD" clone
