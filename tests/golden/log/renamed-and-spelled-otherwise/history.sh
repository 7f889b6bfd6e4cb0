# A rename is known by what is meant: dates as texts, sets in another order, numbers with a point say the same.
programme
milestone cdr 'baseline = "2018-05-01"' 'planned = "2018-06-01"' 'reviews = ["CDR", "PDR"]' 'weight = 2' 'cancelled = { date = "2018-05-20", reason = "no money" }'
commit 2018-01-10 "Plan"
git rm -q data/milestones/cdr.toml
printf 'type = "review"\ntitle = "CDR"\nweight = 2.0\nbaseline = 2018-05-01\nplanned = 2018-06-01\nreviews = ["PDR", "CDR"]\n\n[cancelled]\nreason = "no money"\ndate = 2018-05-20\n' | record milestones/critical.toml
commit 2018-02-10 "Another name, and the layout of today"
