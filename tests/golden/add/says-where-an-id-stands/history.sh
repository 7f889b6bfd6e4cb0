programme
milestone 2018/cdr
