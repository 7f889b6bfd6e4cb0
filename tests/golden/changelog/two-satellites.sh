# Two satellites, and what belongs to one of them, to both and to neither. Shared: sourced by the cases named within-*.
programme "Test programme"
printf 'name = "Beihang University"\ntype = "university"\n' | record organisations/beihang.toml
printf 'name = "Asia-Pacific Space Cooperation Organization"\ntype = "intergovernmental"\n' | record organisations/apsco.toml
for id in sat-2 sat-10; do printf 'name = "%s"\nclass = "nano"\nlead = "beihang"\n' "$(title_of $id)" | record satellites/$id.toml; done
milestone cdr-2 'satellite = "sat-2"' 'owner = "beihang"' 'planned = 2024-05-01'
milestone cdr-10 'satellite = "sat-10"' 'owner = "apsco"' 'planned = 2024-05-01'
milestone website 'owner = "apsco"' 'planned = 2024-05-01'
milestone symposium 'planned = 2024-05-01'
printf 'title = "Joint review"\ntype = "review"\nstart = 2024-05-01\nsatellites = ["sat-2", "sat-10"]\norganisers = ["apsco", "beihang"]\n' | record meetings/joint.toml
printf 'title = "Review of one"\ntype = "review"\nstart = 2024-05-02\nsatellites = ["sat-10"]\norganisers = ["beihang"]\n' | record meetings/single.toml
commit 2024-01-10 "Plan"
for id in cdr-2 cdr-10 website; do change $id 's/2024-05-01/2024-06-01/'; done
sed -i 's/2024-05-0/2024-06-0/' data/meetings/joint.toml data/meetings/single.toml
change symposium '$aactual = 2024-02-01'
printf 'mass_kg = 4\n' >> data/satellites/sat-2.toml
commit 2024-02-10 "Much happens" "Reason: the antenna is late"
# It changes hands, and is gone later: each period tells it where it stood then.
change cdr-2 's/sat-2/sat-10/; s/beihang/apsco/; s/2024-06-01/2024-07-01/'
commit 2024-03-10 "Moves to the other satellite"
git rm -q data/milestones/cdr-2.toml
commit 2024-04-10 "No longer needed"
