# Records are renamed; what names them follows in the same commit, and is not told again.
programme
printf 'name = "Sat A"\nclass = "nano"\n' | record satellites/sat-a.toml
printf 'name = "Uni"\ntype = "university"\n' | record organisations/uni.toml
milestone cdr 'planned = 2025-05-01' 'satellite = "sat-a"' 'owner = "uni"'
milestone qr 'planned = 2025-06-01' 'depends_on = ["cdr"]' 'satellite = "sat-a"' 'owner = "uni"'
printf 'title = "Board"\ntype = "pmb"\nstart = 2025-06-01\nmilestones = ["cdr"]\nsatellites = ["sat-a"]\nhosts = ["uni"]\n[[action]]\nid = "a1"\ntext = "Do it"\nowner = "uni"\n' | record meetings/board.toml
printf 'title = "Contract"\ntype = "contract"\n[[parties]]\norganisation = "uni"\nperson = "Ada"\n' | record milestones/contract.toml
commit 2025-01-01 "Plan"
"$SSS" rename cdr design-review > /dev/null
commit 2025-02-01 "Rename"
"$SSS" rename sat-a sat-alpha > /dev/null
commit 2025-03-01 "Rename the satellite"
"$SSS" rename uni kntu > /dev/null
change qr 's/2025-06-01/2025-07-01/'
commit 2025-03-02 "Rename the university, and move"
change qr 's/design-review/contract/'
commit 2025-04-01 "QR waits for another"
