# The CDR moves behind the QR, which needs it, and behind the AR, which needs the QR; the FRR still has a margin.
programme
record organisations/beihang.toml <<'T'
name = "Beihang University"
type = "university"
country = "CN"
T
record satellites/sss-1.toml <<'T'
name = "SSS-1"
class = "micro"
T
milestone sss-1-cdr 'satellite = "sss-1"' 'owner = "beihang"' 'planned = 2018-05-01'
milestone sss-1-qr 'planned = 2018-06-01' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-ar 'planned = 2018-06-10' 'depends_on = ["sss-1-qr"]'
milestone sss-1-frr 'planned = "2018-Q3"' 'depends_on = ["sss-1-cdr"]'
milestone sss-1-orr 'depends_on = ["sss-1-cdr"]'
record meetings/2018-04-ankara.toml <<'T'
title = "Ankara review meeting"
type = "review"
start = 2018-04-16
end = 2018-04-25
milestones = ["sss-1-cdr"]
T
commit 2018-01-10 "The plan"
change sss-1-cdr 's/planned = .*/planned = 2018-05-08/'
commit 2018-02-10 "A first slip"
change sss-1-cdr 's/planned = .*/planned = 2018-06-15/'
printf 'notes = "The test bench came late."\nweight = 2\n' >> data/milestones/sss-1-cdr.toml
commit 2018-04-01 "The CDR moves" "Reason: the test bench came late"
