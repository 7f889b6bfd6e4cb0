# Reports in every format that are what they were, one with other line ends, one that somebody changed, one of a newer sss.
. "$GOLDEN/report/two-satellites.sh"
for format in text markdown html json; do "$SSS" report --period 2023-04 --format $format -o april.$format; done
"$SSS" report --period 2023-04 --format eml --mail-from office@programme.example --mail-to all@programme.example -o april.eml
sed 's/$/\r/' april.markdown > crlf.md
sed 's/slipped/came forward/' april.text > edited.txt
sed 's/sss 0\.[0-9.]*[0-9]/sss 9.8.7/' april.text > newer.txt
sed 's/sss 0\.[0-9.]*[0-9]/sss 9.8.7/; s/slipped/came late/' april.text > newer-words.txt
