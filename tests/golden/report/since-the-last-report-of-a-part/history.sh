# Kept reports are found under whatever name their part is asked for: a kind or its folder, an id or a former one.
programme
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"\naliases = ["bird"]'
milestone m1 'satellite = "sss-1"' 'planned = 2023-06-01'
commit 2023-01-03 "The beginning"
mkdir reports
"$SSS" report --as-of 2023-01-10 --kind milestones --format markdown -o reports/milestones.md
"$SSS" report --as-of 2023-01-10 --satellite bird --format markdown -o reports/bird.md
commit 2023-01-11 "Keep the reports"
change m1 's/^planned.*/planned = 2023-07-01/'
commit 2023-01-20 "It slips"
