# A plan with an open end gives no date, and says before which day nothing comes.
programme
printf 'name = "Sat"\nclass = "nano"\n' | record satellites/sat.toml
printf 'title = "Launch"\ntype = "launch"\nsatellite = "sat"\nplanned = 2025-06-01\n' | record milestones/launch.toml
printf 'title = "Link"\ntype = "operation"\nsatellite = "sat"\n' | record milestones/link.toml
printf 'title = "Camp"\ntype = "training"\nstart = "2026-07-30/.."\n' | record meetings/camp.toml
commit 2025-01-01 "Plan"
sed -i 's/^planned.*/planned = "2027-07-16\/.."/' data/milestones/launch.toml
commit 2025-03-01 "No date any more, but not before July 2027"
printf '{{#NEWLY_UNDATED}}{{#MILESTONE}}{{TITLE}}: {{DATE}} -> {{NOT_BEFORE}}, {{NOT_BEFORE_IN_WORDS}}\n{{/MILESTONE}}{{/NEWLY_UNDATED}}{{#UNDATED}}{{#MILESTONE}}{{TITLE}} ({{NOT_BEFORE_IN_WORDS}})\n{{/MILESTONE}}{{/UNDATED}}' > own.txt
