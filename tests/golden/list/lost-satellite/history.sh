# A satellite is lost at its launch. What is planned for it afterwards without repeating anything is told, and not awaited.
programme
printf 'name = "Sat A"\nclass = "nano"\n' | record satellites/sat-a.toml
printf 'name = "Sat B"\nclass = "nano"\n' | record satellites/sat-b.toml
printf 'title = "A launch"\ntype = "launch"\nsatellite = "sat-a"\nplanned = 2025-03-01\n' | record milestones/a-launch.toml
printf 'title = "B launch"\ntype = "launch"\nsatellite = "sat-b"\nplanned = 2025-03-01\n' | record milestones/b-launch.toml
commit 2025-01-01 "Plan"
printf 'actual = 2025-03-01\noutcome = "failure"\n' >> data/milestones/a-launch.toml
printf 'actual = 2025-03-01\noutcome = "failure"\n' >> data/milestones/b-launch.toml
commit 2025-03-02 "Both are lost"
printf 'title = "A second launch"\ntype = "launch"\nsatellite = "sat-a"\nplanned = 2025-09-01\n' | record milestones/a-launch-2.toml
printf 'title = "B second launch"\ntype = "launch"\nsatellite = "sat-b"\nplanned = 2025-09-01\nrepeats = "b-launch"\n' | record milestones/b-launch-2.toml
commit 2025-04-02 "Planned once more"
