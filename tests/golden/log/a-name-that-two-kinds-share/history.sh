programme
milestone sss-1
record satellites/sss-1.toml <<'R'
name = "SSS-1"
class = "micro"
R
commit 2024-01-10 "First"
