# Only what the dates surely say: a month may be after any of its days.
programme
milestone cdr 'planned = 2018-06-15'
milestone qr 'planned = 2018-06-01' 'depends_on = ["cdr"]'
milestone ar 'planned = "2018-06"' 'depends_on = ["cdr"]'
milestone orr 'actual = 2018-05-01' 'depends_on = ["cdr", "qr"]'
