# A message ready for `sendmail -t`: full, of a quiet week to other receivers, and before the first commit.
. "$GOLDEN/report/two-satellites.sh"
sed -i '/^short_name/a timezone = "Asia/Shanghai"' sss.toml
cat >> sss.toml << 'END'
[mail]
from = "Programme Office <office@programme.example>"
to = ["partners@programme.example", "王芳 <wang@programme.example>"]
END
commit 2023-04-13 "Who is told"
