. "$GOLDEN/minutes/board.sh"
cat > minutes.txt <<'TEXT'
# Minutes of the board
Held: yes
Attendance: ~24
Chair: Prof. Mohammad Ebrahimi
Participants: metu, APSCO, TÜBİTAK UZAY

## Decisions
d1  The schedule of SSS-1 is accepted.
- The next meeting is in Ankara,
  on 4 June.
The budget stands.

**Actions:**
* Write to the students | METU | friday
* Ask for visas | Tübitak Uzay
a7: Book the hall | apsco | 2018-06 | done

Open from before
2018-03-board#a2  Count the RIDs \| of both reviews | metu | 2018-04-30 | done

Speakers
- Huang Hai | professor | apsco | Reports on the \| background.
TEXT
