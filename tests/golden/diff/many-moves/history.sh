# Three with their table, eight with a line, the others folded.
programme
for i in $(seq 10 29); do milestone "m-$i" "planned = 2018-05-$i"; done
milestone last 'planned = 2018-06-10' 'depends_on = ["m-15"]'
commit 2018-01-10 "The plan"
for i in $(seq 10 29); do change "m-$i" "s/planned = .*/planned = 2018-06-$i/"; done
commit 2018-02-10 "All of May is June now"
