. "$GOLDEN/daily-verbs.sh"
echo "Something else" > notes.txt
git add notes.txt
