# A finding that is waived.
programme
milestone a-launch
sed -i 's/"review"/"launch"/' data/milestones/a-launch.toml
printf '[[waiver]]\nrule = "launch-without-satellite"\nrecord = "a-launch"\nreason = "The payload is named in May."\nuntil = 2026-05-31\n' >> sss.toml
