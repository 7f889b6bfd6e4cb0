. "$GOLDEN/daily-verbs.sh"
git clone -q --bare . bare.git
