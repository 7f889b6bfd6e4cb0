# A phase begins with a review of which the record says that it was passed; a satellite's end is a milestone of that type,
# whatever the ids. All that is on record may be reached, and there is still no plan for a satellite.
programme "Phases"
cat >> sss.toml << 'END'
[report]
sections = ["satellites"]
END
for number in 1 2 3 4 5; do printf 'name = "S-%s"\nclass = "nano"\n' $number | record satellites/s-$number.toml; done
of() { id=$1; shift; milestone "$id" "satellite = \"${id:0:3}\"" "$@"; }
typed() { sed -i "s/\"review\"/\"$2\"/" "data/milestones/$1.toml"; }
of s-1-pdr 'reviews = ["PDR"]' 'actual = 2020-01-10' 'outcome = "passed"'
of s-1-cdr 'reviews = ["CDR"]' 'actual = 2020-06-10'
of s-2-cdr 'reviews = ["PRR", "CDR"]' 'actual = 2020-06-10'
of s-3-launch 'actual = 2020-07-01'; typed s-3-launch launch
of s-3-decay 'actual = 2020-08-01'; typed s-3-decay operation
of s-4-launch 'actual = 2020-07-01' 'outcome = "partial"'; typed s-4-launch launch
of s-4-down 'actual = 2021-07-01'; typed s-4-down re-entry
of s-5-launch 'actual = 2020-07-01'; typed s-5-launch launch
of s-5-over 'actual = 2020-12-01'; typed s-5-over end-of-mission
commit 2022-01-01 "Begin"
