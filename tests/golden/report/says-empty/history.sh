# Sections without content say so, in a full week, in a quiet one and before the first commit.
. "$GOLDEN/report/constellation.sh"
printf '[report]\nempty = "say"\n' >> sss.toml
commit 2023-04-14 "Say it"
