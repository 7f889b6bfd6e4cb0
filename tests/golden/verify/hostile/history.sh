# A report whose last lines name a file that it would like to have written, or read, or act on the terminal.
. "$GOLDEN/report/two-satellites.sh"
"$SSS" report --period 2023-04 --format markdown -o april.md
sed 's/ --format markdown`/ --format markdown --output stolen`/' april.md > writes.md
sed 's/ --format markdown`/ --format markdown --template \/etc\/passwd`/' april.md > reads.md
printf 'Made by sss %s from commit %s: sss report --rev \033[2J\n' "$VERSION" "$(git rev-parse HEAD)" > acts.md
