programme
milestone sss-1-cdr 'planned = 2018-05-01'
milestone sss-1-qr 'planned = 2018-06-01' 'depends_on = ["sss-1-cdr"]'
commit 2018-01-10 "The plan"
change sss-1-qr 's/planned = .*/planned = 2018-04-20/'
commit 2018-02-10 "The QR is hurried" "Reason: the launch will not wait"
