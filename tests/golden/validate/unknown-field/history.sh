programme
milestone sss-1-cdr 'plannd = 2019-08-29'
