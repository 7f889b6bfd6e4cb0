# Three dots: since the two parted. Two dots: what main did meanwhile counts as taken back.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
milestone sss-1-qr 'planned = 2018-06-01'
commit 2018-01-10 "The plan"
git checkout -q -b branch
change sss-1-cdr 's/planned = .*/planned = 2018-05-08/'
commit 2018-02-01 "One" "Reason: weather"
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-03-01 "Two" "Reason: more weather"
git checkout -q main
change sss-1-qr 's/planned = .*/planned = 2018-07-01/'
commit 2018-02-15 "Meanwhile"
