# A meeting that is held on other days is told by its days, before and now.
programme
for one in board:2018-06-04: review:2018-06-10:2018-06-14 camp:2018-07-01:2018-07-05; do
  IFS=: read -r id start end <<< "$one"
  record "meetings/$id.toml" <<< "title = \"The $id\"
type = \"other\"
start = $start${end:+
end = $end}"
done
milestone cdr 'planned = 2018-08-01'
commit 2018-05-01 "First"
sed -i 's/2018-06-04/2018-06-05/' data/meetings/board.toml
sed -i 's/2018-06-1\(.\)/2018-06-2\1/; s/^type.*/type = "review"/' data/meetings/review.toml
sed -i 's/2018-07-05/2018-07-08/' data/meetings/camp.toml
commit 2018-05-16 "Other days" "Reason: the visas"
