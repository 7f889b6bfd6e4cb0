programme
milestone cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
"$SSS" site -q --as-of 2018-01-20 > /dev/null
rm site/milestones/cdr.json
printf 'old.html\n' >> site/site-files.txt
touch site/old.html
