# Quarters are compared with quarters; their slips are measured from their last days.
programme "Quarters"
for i in 1 2 3 4 5 6 7 8 9; do milestone "test-$i" "planned = \"$((2010 + i))-Q3\""; done
milestone next-test 'planned = "2021-Q2"' 
milestone exact-test 'planned = 2021-06-30'
milestone vague-actual 'planned = "2012-Q2"'
commit 2010-01-01 "The plans"
for i in 1 2 3 4 5 6 7 8 9; do echo "actual = $((2010 + i))-09-1$i" >> "data/milestones/test-$i.toml"; commit "$((2010 + i))-10-01" "Test $i"; done
echo "actual = \"2012-H2\"" >> data/milestones/vague-actual.toml
commit 2020-01-01 "Somewhen"
