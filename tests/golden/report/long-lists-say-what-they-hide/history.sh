# "… and N more" counts the items that it hides, and no sentence vanishes with them.
programme "Long"
cat >> sss.toml << 'END'
[report]
sections = ["new", "meetings", "actions"]
END
milestone first 'planned = 2027-01-01'
commit 2025-12-01 "Begin"
for number in $(seq -w 33); do milestone m-$number 'planned = 2026-06-01'; done
milestone done 'planned = 2026-01-20' 'actual = 2026-01-20'
for number in $(seq -w 33); do
  printf 'title = "Board %s"\ntype = "pmb"\nstart = 2026-01-%02d\nheld = true\n[[action]]\nid = "a"\ntext = "Do it."\n' $number $((10#$number % 20 + 1)) | record meetings/b-$number.toml
done
commit 2026-01-28 "All of it"
