# A move of a plan, and a bare clone of it.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-02-10 "Later"
git clone -q --bare . bare
