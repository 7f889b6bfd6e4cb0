# The history of several cases of this folder: each sources it and says in its first line what it is about.
programme "Two satellites"
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
record satellites/sss-2.toml <<< $'name = "SSS-2"\nclass = "nano"'
record organisations/ada.toml <<< $'name = "Ada University"\nshort_name = "Ada"\ntype = "university"\ncountry = "TR"'
milestone sss-1-cdr 'satellite = "sss-1"' 'reviews = ["CDR"]' 'planned = 2023-04-10'
milestone sss-1-launch 'satellite = "sss-1"' 'planned = 2023-04-14' 'baseline = 2023-04-11' 'owner = "ada"'
milestone sss-2-mrr 'satellite = "sss-2"' 'planned = "2023-03"'
milestone sss-2-test 'satellite = "sss-2"' 'planned = 2023-06-01'
milestone sss-2-launch 'satellite = "sss-2"'
milestone data-policy
milestone old-news
record meetings/kick-off.toml << 'END'
title = "Kick-off"
type = "kick-off"
start = 2023-01-02
[[action]]
id = "a1"
text = "Publish the progress regularly."
owner = "ada"
due = 2023-03-01
[[action]]
id = "a2"
text = "Translate the minutes."
[[action]]
id = "a3"
text = "Book the hall."
owner = "ada"
END
commit 2023-01-02 "The beginning"
as Berta
change sss-1-launch 's/^planned.*/planned = 2023-04-15/'
commit 2023-04-10T09:00:00Z "Launch moves" "Reason: weather"
change sss-1-launch 's/^planned.*/planned = 2023-04-18/'
commit 2023-04-11 "Launch moves again"
as Ada
change sss-2-test 's/^planned.*/planned = 2023-05-20/'
printf 'actual = 2023-04-12\noutcome = "passed-with-actions"\n' >> data/milestones/sss-1-cdr.toml
printf 'actual = 2023-02-01\n' >> data/milestones/old-news.toml
printf '[cancelled]\ndate = 2023-04-12\nreason = "covered by the agreement"\n' >> data/milestones/data-policy.toml
sed -i 's/text = "Book the hall."/&\nclosed = 2023-04-12/' data/meetings/kick-off.toml
record meetings/cdr.toml << 'END'
title = "CDR meeting"
type = "review"
start = 2023-04-12
end = 2023-04-13
city = "Ankara"
country = "TR"
[rids]
raised = 335
carried_over = 40
[[decision]]
id = "d1"
text = "The flight model is built."
END
record meetings/council.toml <<< $'title = "Council"\ntype = "council"\nstart = 2023-05-02\ncity = "Beijing"\ncountry = "CN"'
commit 2023-04-12 "The CDR is held"
