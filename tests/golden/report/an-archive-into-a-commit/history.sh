# What an archive keeps is committed by itself: these files alone, those too that an earlier run left; what git ignores,
# and a folder elsewhere, cannot be.
. "$GOLDEN/report/two-satellites.sh"
git config user.name Nobody
git config user.email nobody@example.org
printf '[publication]\nevery = "month"\nsince = 2023-02-01\n' >> sss.toml
printf 'ignored/\n' > .gitignore
git add sss.toml .gitignore
commit 2023-05-03 "A promise"
printf 'notes = "not committed"\n' >> data/satellites/sss-1.toml
