. "$GOLDEN/daily-verbs.sh"
milestone odd 'notes = "=1+1; \"quoted\"\n  -2"' 'reviews = ["PDR", "CDR"]' 'weight = 2.50'
commit 2018-03-03 "Odd"
"$SSS" list milestone --columns +notes,+reviews,+weight,+depends_on,+satellite.lead,+cancelled.reason,+slip --format csv -o list.csv
sed 's/^far,FAR,/far,"FAR, at last",/' list.csv > changed.csv
"$SSS" list meeting --columns +action.id,+action.text --format csv -o meetings.csv
sed 's/Publish the minutes/Print the minutes/' meetings.csv > items.csv
