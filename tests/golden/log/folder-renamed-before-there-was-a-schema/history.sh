git init -q
mkdir -p stations
printf "name = \"Ankara\"\ndishes = 1\n" > stations/ankara.toml
printf "name = \"Beijing\"\ndishes = 1\n" > stations/beijing.toml
commit 2024-01-10 "Files of our own"
sed -i "s/1/2/" stations/ankara.toml
commit 2024-01-20 "A second dish"
. "$GOLDEN/log/stations.sh"
station_schema station stations
git mv stations data/stations
commit 2024-02-10 "They become records"
