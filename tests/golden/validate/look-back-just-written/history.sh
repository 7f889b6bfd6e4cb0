# Within correction_days after it was first written a date is put right without a word.
programme
milestone a 'actual = 2026-01-10'
commit 2026-01-12 'First records'
change a 's/01-10/01-09/'
