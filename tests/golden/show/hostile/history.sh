programme
{ printf 'title = "\\u001b]0;owned\\u0007 @all <b>"\ntype = "review"\nnotes = "a\\u001b[31mred\\u202e\\n\\n# heading [x](javascript:1)\\n\\tindented\\n"\n'; } | record milestones/x.toml
