# Thousands of mistakes on one line: a window of it is shown, and what is left out is counted.
programme
{ printf 'title = "A"\ntype = "review"\ndepends_on = ["北京"'; for i in $(seq 40000); do printf ', "milestone-%s"' "$i"; done; printf ']\n'; } | record milestones/a.toml
