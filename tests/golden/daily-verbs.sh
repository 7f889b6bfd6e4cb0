# A chain of milestones and two meetings, for the cases of the daily verbs.
programme
record organisations/apsco.toml <<< $'name = "APSCO"\ntype = "agency"\ncountry = "CN"'
milestone cdr 'baseline = 2018-05-01' 'planned = 2018-05-01  # as agreed' 'owner = "apsco"'
milestone qr 'planned = 2018-06-01' 'depends_on = ["cdr"]'
milestone ship 'planned = "2018-06-05/2018-06-07"' 'depends_on = ["qr"]'
milestone launch 'planned = 2018-06-20T06:47:00+08:00' 'depends_on = ["ship"]'
milestone em-test 'depends_on = ["cdr"]'
milestone training 'planned = "2018-Q2"' 'depends_on = ["em-test"]'
milestone late 'planned = "2018-05"' 'depends_on = ["cdr"]'
milestone far 'planned = "2018-Q4"' 'depends_on = ["cdr"]'
record meetings/2018/review.toml <<'TOML'
title = "Ankara review"   # as invited
type = "review"
start = 2018-04-16
end = 2018-04-25
hosts = ["apsco"]
milestones = ["cdr"]

[[action]]
id = "a1"
text = "Publish the minutes"
owner = "apsco"

[[action]]
id = "a2"
text = "Count the RIDs"
closed = 2018-04-30
TOML
record meetings/camp.toml <<'TOML'
title = "Camp"
type = "training"
start = 2018-04-28

[[action]]
id = "a3"
text = "Name the stations"
TOML
commit 2018-01-02 "First"
change cdr 's/2018-05-01  # as/2018-05-03  # as/'
commit 2018-03-02 "The review moves" "Reason: visas"
