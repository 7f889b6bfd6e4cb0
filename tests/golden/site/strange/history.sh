programme
milestone cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
mkdir public
echo mine > public/index.html
