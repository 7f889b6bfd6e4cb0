# Nobody says why, nothing depends on it, and it was reached late enough to be overdue.
programme
milestone sss-1-cdr 'planned = 2018-04-30'
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = 2018-04-10/'
commit 2018-04-12 "Earlier"
