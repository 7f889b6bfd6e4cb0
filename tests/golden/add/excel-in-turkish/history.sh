. "$GOLDEN/daily-verbs.sh"
# As Excel in Turkish saves "CSV": Windows-1254, semicolons, a comma before decimals.
printf '%s\r\n' 'Title;TYPE;Satellite;Planned;Depends on;Weight;Notes;;' \
  'Titre\376im testi;test;;15.06.2026;qr;2,5;"\326nce; sonra";;' ';;;;;;;;' \
  'G\374ne\376 paneli;test;;1.7.2026;"qr;cdr";1;;;' '\335n\366n\374 denemesi;test;;2026-Q3;;;;;' | while IFS= read -r line; do printf "$line\n"; done > plan.csv
