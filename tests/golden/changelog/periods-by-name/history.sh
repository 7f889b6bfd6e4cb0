programme "Test programme"
milestone cdr 'planned = 2026-05-01'
commit 2025-12-10 "Plan"
milestone pdr 'planned = 2026-03-01'
commit 2026-01-13 "Plan more"
