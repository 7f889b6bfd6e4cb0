programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
git checkout -q --orphan other
commit 2018-02-10 "Another beginning"
