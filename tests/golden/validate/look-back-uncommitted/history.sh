# What no commit holds yet warns at the most, whatever the settings say; said more exactly nothing has changed.
programme
printf '[rules]\nactual-changed = "error"\n' >> sss.toml
milestone a-moved 'actual = 2024-02-10'
milestone b-open-again 'actual = 2024-02-10'
milestone c-promise 'baseline = 2026-05-01' 'planned = 2026-05-01'
milestone d-exact 'actual = "2024-02"'
milestone e-slips 'planned = 2026-05-01'
commit 2024-03-01 'First records'
change a-moved 's/02-10/02-12/'
change b-open-again 's/^actual.*//'
change c-promise 's/05-01/06-01/'
change d-exact 's/"2024-02"/2024-02-10/'
change e-slips 's/05-01/06-01/'
