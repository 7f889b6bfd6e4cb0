programme
printf '[history]\ncorrection_days = 0\n' >> sss.toml
milestone launch 'planned = 2018-05-01'
commit 2018-01-01 "plan"
change launch 's/2018-05-01/"2018-07-16\/.."/'
commit 2018-02-01 "no sooner"
change launch 's/2018-07-16/2018-09-01/'
commit 2018-03-01 "later still"
change launch 's/"2018-09-01.*"/2018-10-01/'
commit 2018-04-01 "a date again"
