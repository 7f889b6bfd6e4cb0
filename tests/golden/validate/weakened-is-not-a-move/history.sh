# The data folder is renamed with all that it holds, and a rule asks for more: nothing is switched off.
programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b proposal
printf '[data]\nfolder = "records"\n[rules]\nunnamed = "error"\n' >> sss.toml
git mv data records
commit 2024-02-10 "A better name"
