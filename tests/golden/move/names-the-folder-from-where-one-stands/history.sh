. "$GOLDEN/daily-verbs.sh"
git clone -q . clone
