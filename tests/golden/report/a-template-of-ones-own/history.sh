# A letter in plain text and a page, each with all that a template may name; then a week of which there is nothing to tell.
. "$GOLDEN/report/two-satellites.sh"
cp "$GOLDEN/report/a-template-of-ones-own/letter.txt" "$GOLDEN/report/a-template-of-ones-own/news.html" .
