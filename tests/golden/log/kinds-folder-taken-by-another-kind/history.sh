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
station_schema relay stations
station stations/ankara.toml "Ankara relay" 9
commit 2024-02-10 "Relays take the place of stations"
sed -i "s/9/8/" data/stations/ankara.toml
commit 2024-03-10 "A relay loses a dish"
