# A review that failed was held and is not reached; the one that repeats it stands for it. Without a repetition it is open
# and has no date. A launch that failed loses the satellite, unless another launch repeats it.
programme "Failed"
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "failed", "re-opened", "coming-up", "overdue", "undated", "satellites"]
END
for number in 1 2 3 4; do printf 'name = "S-%s"\nclass = "nano"\n' $number | record satellites/s-$number.toml; done
of() { id=$1; shift; milestone "$id" "satellite = \"${id:0:3}\"" "$@"; }
of s-1-pdr 'reviews = ["PDR"]' 'actual = 2026-01-10' 'outcome = "passed-with-actions"'
of s-1-cdr 'reviews = ["CDR"]' 'planned = 2026-03-09' 'baseline = 2026-03-02'
of s-2-cdr 'reviews = ["CDR"]' 'planned = 2026-03-09' 'baseline = 2026-03-02'
launch() { of "$@"; sed -i 's/"review"/"launch"/' "data/milestones/$1.toml"; }
launch s-3-launch 'planned = 2026-03-20'
launch s-4-launch 'planned = 2026-03-21'
of s-3-check 'planned = 2026-04-20'
of s-4-check 'planned = 2026-06-20' 'depends_on = ["s-4-second-launch"]'
commit 2026-02-15 "Begin"
for id in s-1-cdr s-2-cdr; do printf 'actual = "2026-03-09/2026-03-12"\noutcome = "failed"\n' >> data/milestones/$id.toml; done
for id in s-3-launch s-4-launch; do printf 'actual = 2026-03-25\noutcome = "failure"\n' >> data/milestones/$id.toml; done
of s-1-second-cdr 'reviews = ["CDR"]' 'planned = 2026-05-04' 'repeats = "s-1-cdr"'
launch s-4-second-launch 'planned = 2026-06-20' 'repeats = "s-4-launch"'
commit 2026-03-28 "Two reviews and two launches failed"
printf 'actual = 2026-05-04\noutcome = "passed"\n' >> data/milestones/s-1-second-cdr.toml
commit 2026-05-05 "Held again"
