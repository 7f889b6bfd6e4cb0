# Who needs a review that failed waits for the one that repeats it.
programme
milestone cdr 'planned = 2025-05-05' 'actual = 2025-05-05' 'outcome = "failed"'
milestone cdr-2 'planned = 2026-03-05' 'repeats = "cdr"'
milestone qr 'planned = 2026-02-05' 'depends_on = ["cdr"]'
milestone ar 'planned = 2026-04-05' 'depends_on = ["cdr"]'
milestone pdr 'planned = 2025-01-05' 'actual = 2025-01-05' 'outcome = "failed"'
milestone tests 'planned = 2024-12-01' 'depends_on = ["pdr"]'
commit 2025-06-01 "Reviews"
