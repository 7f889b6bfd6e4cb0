. "$GOLDEN/minutes/board.sh"
cat > minutes.txt <<'TEXT'
Everybody was there
Attendence: 24
Held: perhaps
Decisions
- | nobody
Actions
- Write to the students | mteu | 2018-02-30
- a | b | c | d
- Write | metu | 2018-06-01 | done 2018-13
Open from before
Count the RIDs
2018-03-board#a9 Count
TEXT
