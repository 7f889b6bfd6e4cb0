# Seven cases, and a plan that was put right: the wrong one never counts.
programme "Seven reviews"
for i in 1 2 3 4 5 6 7; do milestone "review-$i" "planned = 2020-0$i-10"; done
milestone next-review 'planned = 2032-06-01'
commit 2019-11-01 "The plans"
change next-review "s/2032/2022/"
commit 2019-11-03 "A slip of the pen"
for i in 1 2 3 4 5 6 7; do echo "actual = 2020-0$i-2$i" >> "data/milestones/review-$i.toml"; commit "2020-0$i-28" "Review $i"; done
