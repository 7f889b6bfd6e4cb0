. "$GOLDEN/daily-verbs.sh"
# As Excel in English (United States) saves "CSV": commas, the month first.
printf 'Title,Type,Planned,Baseline,Depends On\r\nThermal test,test,6/7/2026,6/15/2026,cdr\r\nVibration test,test,7/8/2026,7/1/2026,"cdr;qr"\r\n' > plan.csv
printf 'Title,Type,Planned\r\nA,test,13/7/2026\r\nB,test,7/13/2026\r\n' > both.csv
printf 'Title,title,Type,,\r\nA,B,test,,\r\nC,,test,,stray\r\n' > heads.csv
