# A part of the programme: by satellite, organisation, kind, type and period.
programme
printf 'name = "SJTU"\ntype = "university"\naliases = ["jiaotong"]\n' | record organisations/sjtu.toml
for s in 1 2; do printf 'name = "S-%s"\nclass = "nano"\n' $s | record satellites/s-$s.toml; done
milestone pdr 'satellite = "s-1"' 'owner = "sjtu"' 'planned = 2025-03-01'
milestone cdr 'satellite = "s-2"' 'planned = 2025-10-01'
milestone gone 'satellite = "s-1"'
{ printf 'title = "S-1 launch"\ntype = "launch"\nsatellite = "s-1"\nplanned = 2026-05-01\n'; } | record milestones/launch.toml
commit 2025-01-10 "First"
change pdr 's/^planned.*/planned = 2025-03-20/'
change cdr 's/^planned.*/planned = 2025-11-01/'
commit 2025-02-12 "Both move"
git rm -q data/milestones/gone.toml
change launch 's/2026-05-01/2026-06-01/'
commit 2025-03-12 "The launch moves"
