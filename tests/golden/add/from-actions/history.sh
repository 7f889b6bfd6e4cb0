. "$GOLDEN/daily-verbs.sh"
"$SSS" list action --format csv -o actions.csv
{ sed 's/^\(review#a1,apsco\),,/\1,2018-06-01,/' actions.csv; printf 'review#a4,apsco,2018-07-01,,,Print them\r\nreview#a5,,,,,Frame them\r\n'; } > more.csv
printf 'id,text\nnobody#a1,x\na1,x\nreview#a1,x\n' > wrong.csv
