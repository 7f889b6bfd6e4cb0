. "$GOLDEN/daily-verbs.sh"
printf 'id,title,type,planned,owner,notes\ncdr,,,2018-05-10,,\nqr,QR,review,2018-06-01,apsco,\nnew,New,test,2018-Q4,,fresh\n' > plan.csv
printf 'id,planned,owner\ncdr,2018-02-30,\nqr,,nobody\n' > wrong.csv
printf '{"meeting": [{"id": "review", "action": [{"id": "a1", "due": "2018-07-01"}, {"id": "a4", "text": "Print them"}]}]}' > plan.json
