programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git clone -q --bare . bare.git
