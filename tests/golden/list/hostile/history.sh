programme
{ printf 'title = "=HYPERLINK(\\"http://evil.example\\")"\ntype = "review"\nnotes = "a\\u001b[31mred\\u202e"\n'; } | record milestones/formula.toml
{ printf 'title = "衛星の審査 ดาวเทียม | <b>*x*</b>, \\"quoted\\""\ntype = "review"\nplanned = "2018-Q4~"\nweight = 2.5\n'; } | record milestones/wide.toml
{ printf 'title = "\\u001b]0;owned\\u0007@all"\ntype = "review"\nplanned = 2018-04-01\nnotes = "two\\nlines\\n"\n'; } | record milestones/escape.toml
commit 2018-01-01 "hostile"
