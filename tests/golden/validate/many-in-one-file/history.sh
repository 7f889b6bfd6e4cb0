# One file with many mistakes does not push the others off the screen.
programme
{ printf 'title = "A"\ntype = "review"\nowner = "nobody"\n'; for i in $(seq 24); do printf 'field_%s = 1\n' "$i"; done; } | record milestones/a.toml
milestone b 'owner = "nobody"'
