# The two states are there; what came before is not, and that is said.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = 2018-05-08/'
commit 2018-02-10 "Later"
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-03-10 "Later still"
git clone -q --depth 2 "file://$PWD" shallow
