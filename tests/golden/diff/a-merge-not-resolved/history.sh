programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
git checkout -q -b branch
change sss-1-cdr 's/planned = .*/planned = 2018-05-08/'
commit 2018-02-01 "One"
git checkout -q main
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-02-15 "Other"
git merge -q branch > /dev/null || true
