# A list that holds an item twice is another list, not another order.
programme
record satellites/a.toml <<< $'name = "A"\nclass = "nano"\naliases = ["x", "y"]\n[[radio]]\nmhz = 145.9'
commit 2024-01-02 "First"
printf '[[radio]]\nmhz = 145.9\n' >> data/satellites/a.toml
sed -i 's/"y"\]/"y", "y"]/' data/satellites/a.toml
commit 2024-01-03 "Twice"
sed -i '0,/^\[\[radio/{/^\[\[radio/,/^mhz/d}' data/satellites/a.toml
sed -i 's/\["x", "y", "y"\]/["y", "y", "x"]/' data/satellites/a.toml
commit 2024-01-04 "Once, and in another order"
