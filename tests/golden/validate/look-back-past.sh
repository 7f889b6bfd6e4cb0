# The past of a programme that did not care. Sourced by the cases that look back at all of it.
programme
milestone a-slips 'planned = 2026-05-01'
milestone b-open-again 'actual = 2024-02-10'
milestone c-moved 'actual = 2024-02-10'
milestone d-gone 'planned = 2026-05-01'
milestone e-forgotten 'planned = 2024-09-01'
milestone f-cancelled 'actual = 2024-02-10'
commit 2024-03-01 'First records'
change a-slips 's/05-01/06-01/'
change b-open-again 's/^actual.*//'
change c-moved 's/02-10/02-12/'
rm data/milestones/d-gone.toml
commit 2024-05-01 'Many things change'
change a-slips 's/06-01/07-01/'
change f-cancelled 's/^actual.*/cancelled = { date = 2024-06-01, reason = "Not needed." }/'
commit 2024-06-01 'It slips again'
change a-slips 's/07-01/07-15/'
milestone d-gone 'actual = 2024-06-20'
sed -i 's/^title.*/title = "Vibration test"/; s/"review"/"test"/' data/milestones/d-gone.toml
commit 2024-07-01 'And again' 'Reason: the launcher'
