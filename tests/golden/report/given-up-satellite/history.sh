# A satellite that is given up takes its open milestones with it: no bar is full, nothing of it is overdue, and the totals
# of neighbouring months add up. One of which every milestone was cancelled singly is no full bar either.
programme "Given up"
cat >> sss.toml << 'END'
[report]
sections = ["cancelled", "coming-up", "overdue", "undated", "satellites"]
END
for number in 1 2 3; do printf 'name = "S-%s"\nclass = "nano"\n' $number | record satellites/s-$number.toml; done
of() { id=$1; shift; milestone "$id" "satellite = \"${id%-*}\"" "$@"; }
of s-1-pdr 'planned = 2026-05-01' 'actual = 2026-05-01' 'outcome = "passed"'
for step in cdr qr ar; do of s-1-$step 'planned = 2026-07-01'; done
of s-1-launch 'planned = 2026-12-01'
of s-1-training
of s-1-tests 'cancelled = { date = 2026-04-01, reason = "part of the QR" }'
of s-2-pdr 'planned = 2026-05-02' 'actual = 2026-05-02' 'outcome = "passed"'
of s-2-cdr 'planned = 2026-12-01'
of s-3-pdr 'planned = 2026-06-01' 'actual = 2026-06-01' 'outcome = "failed"'
of s-3-cdr 'cancelled = { date = 2026-06-10, reason = "the PDR failed" }'
of s-3-launch 'cancelled = { date = 2026-06-10, reason = "the PDR failed" }'
commit 2026-06-15 "Begin"
printf '\n[cancelled]\ndate = 2026-09-01\nreason = "no money"\n' >> data/satellites/s-1.toml
commit 2026-09-02 "S-1 is given up" "Reason: no money"
