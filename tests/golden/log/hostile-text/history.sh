programme
printf 'title = "Bold \\u001b[31mred\\u001b[0m \\u202etxet\\u202c <script>alert(1)</script> [x](javascript:y) @team #12 | **b** `c`"\ntype = "review"\nowner = "\\u009b2J"\n' | record milestones/cdr.toml
as $'Mal\e[2Jlory'
commit 2024-01-10 $'Subject \e]0;owned\a with <b>tags</b> and ![i](http://x.example/i.png)'
as Ada
sed -i 's/^owner.*/owner = "line\\nbreak\\u0007"\nnotes = "# heading\\n- item"/' data/milestones/cdr.toml
commit 2024-02-10 "Second" $'Reason: because \u202eof\u202c [that](http://x.example)'
