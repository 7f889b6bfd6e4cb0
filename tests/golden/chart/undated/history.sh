# What has no date is said, not drawn.
programme
milestone launch
milestone review
record meetings/one.toml <<< $'title = "One"\ntype = "pmb"\n[[action]]\nid = "a1"\ntext = "Find a date"'
milestone broken "planned = \"soon\""
commit 2022-01-10 "All"
