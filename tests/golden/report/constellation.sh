# The history of several cases of this folder: two satellites that need each other, four organisations, weights, review
# items, a conflict, and matters that nobody has touched for long. Each case sources it and says what it is about.
programme "Constellation"
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"\nlead = "beihang"\naliases = ["first-bird"]'
record satellites/sss-2.toml <<< $'name = "Хоёрдугаар хиймэл дагуул"\nclass = "nano"\nlead = "num"\npartners = ["stiu"]'
record organisations/china.toml <<< $'name = "China"\ntype = "state"\ncountry = "CN"'
record organisations/beihang.toml <<< $'name = "北京航空航天大学"\ntype = "university"\ncountry = "CN"\nparent = "china"'
record organisations/num.toml <<< $'name = "Монгол Улсын Их Сургууль"\ntype = "university"\ncountry = "MN"'
record organisations/stiu.toml <<< $'name = "สถาบันเทคโนโลยีอวกาศ"\ntype = "institute"\ncountry = "TH"'
milestone sss-1-cdr 'satellite = "sss-1"' 'owner = "beihang"' 'weight = 3' 'reviews = ["CDR"]' 'baseline = 2023-04-10' 'planned = 2023-05-10'
milestone sss-1-qr 'satellite = "sss-1"' 'owner = "beihang"' 'planned = 2023-06-12' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-pdr 'satellite = "sss-1"' 'owner = "beihang"' 'weight = 2' 'reviews = ["PDR"]' 'baseline = 2022-03-01' 'actual = 2022-03-29'
milestone sss-2-test 'satellite = "sss-2"' 'owner = "stiu"' 'planned = 2023-05-12' 'depends_on = ["sss-1-cdr"]'
milestone sss-2-qr 'satellite = "sss-2"' 'owner = "num"' 'planned = 2023-06-05' 'depends_on = ["sss-2-test"]'
milestone sss-2-launch 'satellite = "sss-2"' 'owner = "num"' 'weight = 5' 'baseline = 2023-09-01' 'planned = 2023-10-15' 'depends_on = ["sss-2-qr"]'
sed -i 's/"review"/"launch"/' data/milestones/sss-2-launch.toml
milestone data-policy
record meetings/pdr.toml << 'END'
title = "初步设计评审"
type = "review"
start = 2022-03-28
end = 2022-03-29
satellites = ["sss-1"]
hosts = ["beihang"]
[rids]
raised = 120
closed = 90
[[action]]
id = "a1"
text = "เผยแพร่ความคืบหน้าอย่างสม่ำเสมอ"
owner = "stiu"
due = 2022-09-01
[[action]]
id = "a2"
text = "Translate the minutes."
END
commit 2022-04-01 "The beginning"
change sss-2-qr 's/^owner/notes = "Asked the chamber."\n&/'
commit 2023-03-01 "A note"
as Bolor
change sss-1-cdr 's/^planned.*/planned = 2023-05-25/'
commit 2023-04-11 "The CDR waits for the battery" "Reason: the battery is late"
change sss-2-test 's/^planned.*/planned = 2023-05-30/'
commit 2023-04-12 "The test follows" "Reason: it needs the CDR"
change sss-2-qr 's/^planned.*/planned = 2023-05-22/'
milestone sss-2-frr 'satellite = "sss-2"' 'owner = "num"' 'planned = 2023-09-20' 'depends_on = ["sss-2-qr"]'
record meetings/delta-pdr.toml << 'END'
title = "Delta PDR"
type = "review"
start = 2023-04-12
satellites = ["sss-1"]
participants = ["num", "beihang"]
[rids]
raised = 5
closed = 20
carried_over = 30
[[action]]
id = "a1"
text = "Close the thermal RIDs."
owner = "beihang"
due = 2023-06-01
[[decision]]
id = "d1"
text = "The design is frozen."
END
commit 2023-04-13 "The delta PDR is held"
