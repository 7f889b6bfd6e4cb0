# Records from a hostile hand: 600 of them, each with a long title full of what has to be escaped.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
for i in $(seq 100 699); do
  printf 'title = "%s %s"\ntype = "review"\n' "$i" "$(printf '@a%.0s' $(seq 60))" | record "milestones/m-$i.toml"
done
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
commit 2018-02-10 "A flood"
