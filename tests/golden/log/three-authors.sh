# A review that three people plan, move, rename and close; a second record beside it; and commits that change no value.
programme
record organisations/beihang.toml <<'R'
name = "Beihang University"
type = "university"
R
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
as Grace
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "The CDR moves" "Reason: the antenna is late"
as Ada
printf '# who is asked\nowner   =   "beihang"\n' >> data/milestones/cdr.toml
milestone pdr 'actual = 2023-12-01' 'owner = "beihang"'
commit 2024-02-20 "Owners"
git tag v1
as Noor
sed -i -e 's/owner   =   /owner = /' -e 's/planned = 2024-06-15/planned = "2024-06-15"/' data/milestones/cdr.toml
commit 2024-02-25 "Lay the files out anew"
git mv data/milestones/cdr.toml data/milestones/system-cdr.toml
commit 2024-03-01 "The CDR is a system CDR"
git checkout -q -b side
as Grace
change system-cdr 's/2024-06-15/2024-07-01/'
commit 2024-03-05 "The CDR moves again"
git checkout -q main
as Ada
record meetings/kick-off.toml <<'R'
title = "Kick-off"
type = "kick-off"
start = 2024-03-04
[[action]]
id = "a1"
text = "Order the antenna"
owner = "beihang"
[[action]]
id = "a2"
text = "Book the hall"
R
commit 2024-03-08 "The kick-off"
merge 2024-03-10 side
as Noor
sed -i 's/^text = "Book the hall"/&\nclosed = 2024-03-20/' data/meetings/kick-off.toml
commit 2024-03-21 "The hall is booked"
change system-cdr 's/"2024-06-15"\|"2024-07-01"/2024-07-08/'
commit 2024-04-01 "A week more"
