# What is staged is one thing, what stands in the working tree another.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
milestone sss-1-qr 'planned = 2018-06-01' 'depends_on = ["sss-1-cdr"]'
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = 2018-06-15/'
milestone sss-1-frr 'planned = "2018-Q3"'
git add -A
change sss-1-cdr 's/planned = .*/planned = 2018-07-15/'
milestone sss-1-orr
