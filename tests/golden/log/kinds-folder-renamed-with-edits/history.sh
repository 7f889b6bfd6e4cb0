. "$GOLDEN/log/stations.sh"
station_schema station stations
station stations/ankara.toml "Ankara station" 2
station stations/beijing.toml "Beijing station" 1
commit 2024-01-10 "Two stations"
sed -i "s/2/3/" data/stations/ankara.toml
as Grace
commit 2024-01-20 "A third dish"
station_schema station ground
git mv data/stations data/ground
sed -i "s/3/4/" data/ground/ankara.toml
sed -i "s/1/5/" data/ground/beijing.toml
commit 2024-02-10 "Stations stand in ground/ now, with more dishes"
