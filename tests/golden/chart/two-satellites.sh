# The history of several cases of this folder: each sources it and says in its first line what it is about.
programme "Two satellites"
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
record satellites/sss-2.toml <<< $'name = "SSS-2"\nclass = "nano"'
record organisations/ada.toml <<< $'name = "Ada University"\nshort_name = "Ada"\ntype = "university"'
record organisations/babbage.toml <<< $'name = "Babbage Institute"\ntype = "institute"'
milestone kick-off 'actual = 2021-12-01'
milestone sss-1-cdr 'satellite = "sss-1"' 'reviews = ["CDR"]' 'planned = 2022-03-01' 'baseline = 2022-03-01' 'owner = "ada"'
milestone sss-1-launch 'satellite = "sss-1"' 'planned = "2022-Q4"' 'baseline = 2022-10-01' 'weight = 3'
sed -i 's/"review"/"launch"/' data/milestones/sss-1-launch.toml
milestone sss-2-mrr 'satellite = "sss-2"' 'planned = 2022-02-01'
milestone sss-2-test 'satellite = "sss-2"' 'planned = 2022-05-01'
milestone sss-2-launch 'satellite = "sss-2"' 'owner = "babbage"'
milestone data-policy 'planned = "2022-06"'
record meetings/kick-off.toml << 'END'
title = "Kick-off"
type = "kick-off"
start = 2022-01-05
[[action]]
id = "a1"
text = "Publish the progress regularly."
owner = "ada"
due = 2022-02-01
[[action]]
id = "a2"
text = "Translate the minutes."
[[action]]
id = "a3"
text = "Book the hall."
owner = "babbage"
due = 2022-03-01
closed = 2022-03-15
END
commit 2022-01-10 "The beginning"
change sss-1-cdr 's/^planned.*/planned = 2022-04-15/'
change sss-1-launch 's/^planned.*/planned = 2023-02-01/'
commit 2022-02-15 "The CDR slips, and the launch with it" "Reason: late parts"
change sss-2-test 's/^planned.*/planned = 2022-07-01/'
printf 'actual = 2022-02-03\n' >> data/milestones/sss-2-mrr.toml
commit 2022-03-10 "The MRR was held five weeks ago"
change sss-1-launch 's/^planned.*/planned = 2023-03-01/'
commit 2022-03-12 "It was March that was meant" "Correction: yes"
printf 'actual = 2022-04-20\n' >> data/milestones/sss-1-cdr.toml
printf '[cancelled]\ndate = 2022-04-19\nreason = "covered by the agreement"\n' >> data/milestones/data-policy.toml
record meetings/cdr.toml << 'END'
title = "CDR meeting"
type = "review"
start = 2022-04-20
satellites = ["sss-1"]
[[action]]
id = "a1"
text = "Answer the open points."
owner = "ada"
due = 2022-08-01
END
commit 2022-04-21 "The CDR is held"
