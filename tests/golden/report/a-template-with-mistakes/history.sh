# A name that there is not, one in the wrong place, and a file that there is not.
. "$GOLDEN/report/two-satellites.sh"
echo "{{PROGRAM}}" > one.txt
echo "{{#ACHIEVED}}{{TITLE}}{{/ACHIEVED}}" > two.txt
