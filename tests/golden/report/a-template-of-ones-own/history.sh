# A letter in plain text and a page, each with all that a template may name; then a week of which there is nothing to tell.
. "$GOLDEN/report/two-satellites.sh"
cp "$GOLDEN/report/a-template-of-ones-own/letter.txt" "$GOLDEN/report/a-template-of-ones-own/news.html" .
record milestones/sss-2-mission.toml <<< $'title = "SSS-2 mission"\ntype = "operation"\nsatellite = "sss-2"\nplanned = 2023-05-01\ndepends_on = ["sss-2-test"]'
commit 2023-04-14 "A mission before its test"
