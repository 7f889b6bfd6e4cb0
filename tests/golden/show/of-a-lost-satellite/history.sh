# Two satellites are lost at their launches; the second flies again, and no record says that the one launch repeats the other.
programme "Two launches that failed" TLF
printf 'name = "Sat A"\nclass = "nano"\n' | record satellites/sat-a.toml
printf 'name = "Sat B"\nclass = "nano"\n' | record satellites/sat-b.toml
milestone a-pdr 'reviews = ["PDR"]' 'satellite = "sat-a"' 'planned = 2024-06-01' 'actual = 2024-06-01' 'outcome = "passed"'
printf 'title = "A launch"\ntype = "launch"\nsatellite = "sat-a"\nplanned = 2025-03-01\nbaseline = 2025-03-01\n' | record milestones/a-launch.toml
printf 'title = "A link"\ntype = "operation"\nsatellite = "sat-a"\nplanned = 2025-06-01\ndepends_on = ["a-launch"]\n' | record milestones/a-link.toml
printf 'title = "A camera"\ntype = "operation"\nsatellite = "sat-a"\n' | record milestones/a-camera.toml
printf 'title = "B launch"\ntype = "launch"\nsatellite = "sat-b"\nplanned = 2025-04-01\n' | record milestones/b-launch.toml
printf 'title = "B second launch"\ntype = "launch"\nsatellite = "sat-b"\nplanned = 2025-10-01\n' | record milestones/b-launch-2.toml
commit 2024-12-01 "Plan"
printf 'actual = 2025-03-02\noutcome = "failure"\n' >> data/milestones/a-launch.toml
commit 2025-03-03 "A is lost"
printf 'actual = 2025-04-01\noutcome = "failure"\n' >> data/milestones/b-launch.toml
commit 2025-04-03 "B is lost"
printf 'actual = 2025-10-01\noutcome = "success"\n' >> data/milestones/b-launch-2.toml
commit 2025-10-03 "B flies"
