# What nobody bears needs no past to be told as mistyped.
. "$GOLDEN/daily-verbs.sh"
git clone -q --depth 1 "file://$PWD" clone
