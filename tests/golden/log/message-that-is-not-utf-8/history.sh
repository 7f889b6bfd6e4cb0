programme
milestone cdr 'planned = 2024-05-01'
git config i18n.commitEncoding ISO-8859-1
commit 2024-01-10 $'T\xfcrkiye joins'
