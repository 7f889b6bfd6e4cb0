# A satellite is renamed: its part stays its part, in the month of the renaming and in those before it.
programme "Renamed"
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "moved", "records"]
END
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
for i in 1 2 3; do milestone "m$i" 'satellite = "sss-1"' "actual = 2017-0$i-01"; done
milestone m4 'satellite = "sss-1"' 'planned = 2019-01-01'
commit 2018-01-01 "Begin"
change m4 's/^planned.*/planned = 2019-02-01/'
commit 2018-03-10 "Slip" "Reason: the launcher"
"$SSS" rename sss-1 bird-1 > /dev/null 2>&1
commit 2018-04-10 "Renamed"
# What the history alone knows.
sed -i '/^aliases/d' data/satellites/bird-1.toml
commit 2018-05-10 "Without an alias"
