. "$GOLDEN/log/stations.sh"
station_schema station stations
station stations/ankara.toml "Ankara station" 2
station stations/beijing.toml "Beijing station" 1
commit 2024-01-10 "Two stations"
sed -i "s/2/3/" data/stations/ankara.toml
as Grace
commit 2024-01-20 "A third dish"
git mv data records
printf "[data]\nfolder = \"records\"\n" >> sss.toml
as Ada
commit 2024-02-10 "The records stand in records/ now"
sed -i "s/2024-05-01/2024-06-01/" records/milestones/cdr.toml
commit 2024-03-10 "It moves"
