programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
