. "$GOLDEN/daily-verbs.sh"
# Workbooks as openpyxl writes them: days by their formats, a hidden sheet in front, an empty row, a formula without a value.
python3 - <<'PYTHON'
import datetime
import sys
sys.path.append("/usr/lib/python3/dist-packages")  # where Debian keeps its own, whichever Python this is
import openpyxl
book = openpyxl.Workbook()
notes = book.active
notes.title, notes.sheet_state = "Notes", "hidden"
plan = book.create_sheet("Plan")
plan.append(["Title", "Type", "Planned", "Baseline", "Depends on", "Weight", "Notes", None])
plan.append(["Titreşim testi", "test", datetime.date(2026, 6, 15), datetime.date(2026, 7, 1), "cdr; qr", 2.5, " Önce & sonra", None])
plan.append([])
plan.append(["关键设计评审", "review", datetime.date(2026, 9, 1), "2026-Q3", None, 1, "Two\nlines", None])
plan["C2"].number_format = "dd\\.mm\\.yyyy"
plan["D2"].number_format = "mmm yyyy"
book.create_sheet("More").append(["Title"])
book.save("plan.xlsx")
plan["A6"], plan["B6"], plan["F6"] = "Sum", "test", "=F2+F4"
book.save("formula.xlsx")
plan["F6"], plan["B6"], plan["C6"] = "much", "tset", "30.02.2026"
book.save("wrong.xlsx")
PYTHON
printf 'PK\003\004 and no more' > torn.xlsx
printf 'title,type\nA,test\n' > text.xlsx
