# What the office says itself: the newest of the programme and of each satellite, an old one told as old, and none that
# is yet to be made.
. "$GOLDEN/report/constellation.sh"
printf '[report]\nsections = ["statements"]\n' >> sss.toml
record statements/first.toml <<< $'title = "Too early to tell"\non = "2022-11"\ntext = "Nothing yet."'
record statements/spring.toml <<'END'
title = "The spring <b>message</b>"
on = 2023-04-01
by = "num"
author = "Li Xinjun"
text = """
# Where we stand

The launch stands by its *date*,
come rain or shine.

- The station is ready.
- The team is
  not.
"""
END
record statements/sss-1.toml <<< $'on = "2022-12"\nsatellite = "sss-1"\ntext = "One.\\n\\nTwo.\\n\\nThree.\\n\\nFour.\\n\\nFive.\\n\\nSix.\\n\\nSeven."'
record statements/summer.toml <<< $'on = 2023-06-01\ntext = "Not yet said."'
commit 2023-04-14 "The office speaks"
