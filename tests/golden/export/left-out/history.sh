programme
printf '[site]\nleave_out = ["organisation", "meeting.action.text"]\npeople = "none"\nlicense = "CC-BY-4.0"\n' >> sss.toml
printf 'name = "Secret"\ntype = "company"\ncontact = "ada@secret.example"\n' | record organisations/secret.toml
milestone cdr 'owner = "secret"' 'planned = 2018-06-01' 'notes = "Ask ada@secret.example"'
printf 'title = "Board"\ntype = "pmb"\nstart = 2018-05-02\nchair = "Ada"\n[[action]]\nid = "a1"\ntext = "Secret"\nowner = "secret"\ndue = 2018-05-10\n' | record meetings/board.toml
commit 2018-01-10 "The plan"
