# Milestones of one day, whose names stand the other way round than their needs: new, ahead, overdue, reached, foretold.
programme
milestone zero 'planned = 2025-01-01'
commit 2025-01-01 "Begin"
milestone a-last 'planned = 2025-02-20' 'depends_on = ["m-middle"]'
milestone m-middle 'planned = 2025-02-20' 'depends_on = ["z-first"]'
milestone z-first 'planned = 2025-02-20'
commit 2025-02-01 "Plan"
sed -i 's/planned = .*/&\nactual = 2025-03-05/' data/milestones/{a-last,m-middle,z-first}.toml
commit 2025-03-06 "All on one day"
