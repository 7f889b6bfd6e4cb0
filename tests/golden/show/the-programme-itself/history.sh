git init -q
cat > sss.toml <<'TOML'
[programme]
name = "Baltic CubeSats"
short_name = "BCS"
description = """
Three universities build a CubeSat each,
and fly them together."""
timezone = "Europe/Riga"
week_starts = "sunday"
TOML
printf 'name = "One"\nclass = "nano"\n' | record satellites/one.toml
commit 2024-01-01 "The programme begins"
printf '[programme]\nshort_name = "*BCS*"\n' > sss.toml
git rm -q data/satellites/one.toml
commit 2024-02-01 "Little is said of it"
