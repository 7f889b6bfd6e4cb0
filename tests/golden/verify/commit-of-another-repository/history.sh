# The report comes from a repository that this one has never met.
mkdir other
(cd other && . "$GOLDEN/report/two-satellites.sh" && "$SSS" report --period 2023-04 -o ../april.txt)
programme "Another one"
commit 2024-01-01 "The beginning"
