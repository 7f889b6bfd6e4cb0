programme
milestone sss-1-cdr
