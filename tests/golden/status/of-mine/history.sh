# Whose is said by git's settings.
programme
printf 'name = "SJTU"\ntype = "university"\naliases = ["old-sjtu"]\n' | record organisations/sjtu.toml
printf 'name = "Lab"\ntype = "institute"\nparent = "sjtu"\n' | record organisations/lab.toml
milestone pdr 'planned = 2025-12-01' 'owner = "lab"'
milestone cdr 'planned = 2025-12-01'
commit 2025-11-05 "First"
git config sss.organisation old-sjtu
