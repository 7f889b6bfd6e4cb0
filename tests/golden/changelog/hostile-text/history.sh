programme "Test programme"
printf 'title = "1. Bold \\u001b[31mred\\u001b[0m \\u202e <script> [x](javascript:y) https://x.example www.x.example @team #12 !7 | **b** `c`"\ntype = "review"\nplanned = 2024-05-01\n' | record milestones/cdr.toml
as $'Mal\e[2Jlory ](x)'
commit 2024-01-10 "First"
sed -i 's/2024-05-01/2024-06-01/' data/milestones/cdr.toml
commit 2024-02-10 "Second" $'Reason: see https://x.example/?q=[a](b) \e[2J'
