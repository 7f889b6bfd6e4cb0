# One report for each month that is over, quiet ones too; then nothing is missing; then only what brought news, elsewhere.
. "$GOLDEN/report/two-satellites.sh"
