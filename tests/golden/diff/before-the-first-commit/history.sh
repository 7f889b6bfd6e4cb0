# Everything is new.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
git add -A
