. "$GOLDEN/log/stations.sh"
station_schema station stations
station stations/ankara.toml "Ankara station" 2
station stations/beijing.toml "Beijing station" 1
commit 2024-01-10 "Two stations"
sed -i "s/2/3/" data/stations/ankara.toml
as Grace
commit 2024-01-20 "A third dish"
git checkout -q -b side
as Noor
sed -i "s/1/7/" data/stations/beijing.toml
commit 2024-02-01 "Seven dishes"
git checkout -q main
as Ada
station_schema station ground
git mv data/stations data/ground
commit 2024-02-10 "ground"
merge 2024-02-20 side
