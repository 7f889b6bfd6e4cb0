# No more than the newest commits are told, and how many changes are left out.
programme
milestone pdr 'planned = 2025-02-01'
milestone cdr 'planned = 2025-05-01'
commit 2025-01-01 "First"
change pdr 's/^planned.*/planned = 2025-02-15/'
commit 2025-01-10 "Later" "Reason: visas"
change cdr 's/^planned.*/planned = 2025-06-01/'
commit 2025-01-20 "Later too"
