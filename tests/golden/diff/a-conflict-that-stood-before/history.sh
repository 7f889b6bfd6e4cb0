# It was too early already: that is said, and is no news. What cannot be known is said too.
programme
milestone sss-1-cdr 'planned = 2018-06-15' 'depends_on = ["sss-1-pdr", "no-such"]'
milestone sss-1-pdr 'planned = 2018-01-15'
milestone sss-1-qr 'planned = 2018-06-01' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-frr 'planned = 2018-13-01' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-orr 'planned = "2018-Q3"' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-ar 'depends_on = ["sss-1-cdr"]'
milestone sss-1-lrr 'planned = 2019-01-01' 'depends_on = ["sss-1-ar"]'
milestone sss-1-elr 'planned = 2019-02-01' 'depends_on = ["sss-1-lrr"]'
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = "2018-Q3"/'
commit 2018-02-10 "Later"
