# A milestone whose plan was written down only after it had been given up has no line in the trend.
programme "Given up"
milestone a 'baseline = 2018-06-01' 'cancelled = { date = 2018-01-02, reason = "no money" }'
milestone b 'planned = 2019-01-01'
commit 2018-01-01 "Begin"
change a '$a planned = 2018-07-01'
commit 2018-02-10 "Its plan, after all"
