# One that holds, and all that can be wrong with the others.
programme
milestone a-launch
milestone b-launch
milestone c-launch
milestone d-sound
record milestones/e-renamed.toml <<'T'
title = "E"
type = "launch"
aliases = ["e-former"]
T
sed -i 's/"review"/"launch"/' data/milestones/?-launch.toml
w() { printf '[[waiver]]\nrule = "%s"\nrecord = "%s"\nreason = "Agreed at the board."\nuntil = %s\n' "$@" >> sss.toml; }
w launch-without-satellite a-launch 2026-01-15
w launch-without-satellite milestone/b-launch 2026-01-14
w launch-without-satelite c-launch 2027-01-01
w launch-without-satellite c-lunch 2027-01-01
w launch-without-satellite d-sound 2027-01-01
w launch-without-satellite e-former 2027-01-01
w syntax d-sound 2027-01-01
w slip-without-reason d-sound 2027-01-01
printf '[[waiver]]\nrule = "country"\nrecord = "d-sound"\nuntil = "soon"\nby = "me"\n[waver]\n' >> sss.toml
