. "$GOLDEN/daily-verbs.sh"
change cdr 's/^planned = 2018-05-03/planned = 2018-02-30/'
change qr 's/^depends_on = .*/depends_on =/'
change ship 's/^planned = .*/planned = 2018-06-31   # as agreed/'
change far 's/^planned = .*/planned = "2018-Q4/'
sed -i 's/^closed = .*/closed = 2018-04-31/' data/meetings/2018/review.toml
change late 's/^planned = .*/planned "2018-05"/'
change em-test 's/^depends_on = .*/depends_on =/'
