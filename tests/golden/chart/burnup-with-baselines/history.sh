# Planned counts only what had a plan on record; beside it stands what the baselines had promised, and how much of either
# was reached.
programme "Promises"
milestone a 'baseline = 2026-01-10' 'planned = 2026-01-10' 'actual = 2026-01-10'
milestone b 'baseline = 2026-01-20' 'planned = 2026-02-20'
milestone c 'baseline = 2026-02-10' 'planned = 2026-04-10'
milestone d 'actual = 2026-01-15'
milestone e 'planned = 2026-02-01' 'actual = 2026-02-01'
milestone f 'baseline = 2026-05-01' 'planned = 2026-05-20'
commit 2026-01-01 "Begin"
