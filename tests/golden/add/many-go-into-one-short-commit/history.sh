. "$GOLDEN/daily-verbs.sh"
{ echo id,title,type,planned; for i in $(seq 1 8); do echo "m-$i,Test $i,test,2018-0$((i % 9 + 1))"; done; } > plan.csv
sed 's/2018-/2019-/' plan.csv > later.csv
