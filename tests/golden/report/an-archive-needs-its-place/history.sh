# What stands under a report's name and is none would hide it for ever; a link may lead anywhere.
. "$GOLDEN/report/two-satellites.sh"
mkdir -p empty/2023 linked elsewhere
touch empty/2023/2023-03.md
ln -s ../elsewhere linked/2023
