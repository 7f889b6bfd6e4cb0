# The level of check-weakened is that of the settings where the branch parted: there it is an error, and a branch cannot
# switch that off itself.
programme
printf '[rules]\ncheck-weakened = "error"\n' >> sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
sed -i 's/check-weakened = "error"/check-weakened = "off"\nmass-class = "off"/' sss.toml
commit 2024-02-10 "Quiet"
