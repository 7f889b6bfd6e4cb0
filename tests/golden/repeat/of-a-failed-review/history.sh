. "$GOLDEN/daily-verbs.sh"
change cdr '$a actual = 2018-05-02\noutcome = "failed"'
