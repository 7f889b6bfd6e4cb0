. "$GOLDEN/daily-verbs.sh"
# As Excel in Persian saves "Unicode text": UTF-16, tabs, Persian digits.
printf 'id\tTitle\tType\tPlanned\tWeight\r\ntest-1\tآزمایش یک\ttest\t۲۰۲۶/۰۶/۱۵\t۲\r\n\t\t\t\t\r\ntest-2\tآزمایش دو\ttest\t۲۰۲۶/۷/۱\t\r\n' | { printf '\xff\xfe'; iconv -f UTF-8 -t UTF-16LE; } > plan.txt
printf 'id\tTitle\tType\tPlanned\r\ntest-3\tآزمایش سه\ttest\t۱۴۰۵/۰۳/۲۵\r\n' | { printf '\xff\xfe'; iconv -f UTF-8 -t UTF-16LE; } > jalali.txt
