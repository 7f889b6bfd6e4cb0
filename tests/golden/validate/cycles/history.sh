programme
milestone a 'planned = 2018-01-01' 'depends_on = ["b"]'
milestone b 'planned = 2018-02-01' 'depends_on = ["c"]'
milestone c 'planned = 2018-03-01' 'depends_on = ["d", "a"]'
milestone d 'depends_on = ["d"]'
