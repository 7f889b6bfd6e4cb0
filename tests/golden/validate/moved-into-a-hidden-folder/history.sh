# A record that is moved into a hidden folder beside the kinds' is one no more: to diff it was removed, and validate says
# that what stands there is not read. In the working tree, in what is staged and in a commit alike.
programme
milestone cdr
milestone qr
milestone ar
commit 2024-01-10 "Three"
mkdir -p data/.attic/old
git mv data/milestones/qr.toml data/.attic/old/qr.toml
git mv data/milestones/ar.toml data/.ar.toml
printf 'x\n' > data/.attic/notes
commit 2024-02-10 "Two that are kept out of sight"
mkdir data/.more
cp data/milestones/cdr.toml data/.more/cdr.toml
