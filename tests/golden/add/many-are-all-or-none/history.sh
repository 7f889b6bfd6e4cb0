. "$GOLDEN/daily-verbs.sh"
printf "id,title,type,planned,depends_on,weight\nok,Fine,review,2018-07-01,,2\nbad,Bad,reviev,2018-02-30,nobody,heavy\n,No type,,,,\n" > many.csv
