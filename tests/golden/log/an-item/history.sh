# What a record holds has a past of its own: of an item by its name, and of a field of it.
. "$GOLDEN/minutes/board.sh"
as Berta
sed -i 's/due = 2018-04-30/due = 2018-05-31/' data/meetings/2018-03-board.toml
commit 2018-05-02 "Later"
sed -i 's/due = 2018-05-31/due = 2018-05-31\nclosed = 2018-05-30/' data/meetings/2018-03-board.toml
sed -i 's/start = 2018-06-04/start = 2018-06-05/' data/meetings/2018-06-board.toml
commit 2018-05-31 "Closed"
sed -i '/^closed = 2018-05-30/d' data/meetings/2018-03-board.toml
commit 2018-06-02 "It is not"
