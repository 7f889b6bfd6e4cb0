. "$GOLDEN/daily-verbs.sh"
# As Excel in German saves "CSV UTF-8": a byte order mark, semicolons, points in dates.
printf '\xef\xbb\xbfTitle;Type;Planned;Baseline;Weight;Notes\r\nPrüfung des Modells;test;15.06.2026;06.07.2026;0,5;"Zeile eins\r\nZeile zwei"\r\n;;;;;\r\nKaputt;test;30.02.2026;;x;\r\n' > plan.csv
printf '\xef\xbb\xbfTitle;Type;Planned\r\nÜbergabe;delivery;06.07.26\r\n' > short.csv
