# Ids that a record got after the report's day: the one that has a former id in the snapshot, and the one that has not.
programme "Constellation"
record satellites/old.toml <<< $'name = "Old name"\nclass = "micro"'
milestone review 'satellite = "old"' 'planned = 2023-05-01'
commit 2023-01-02 "The beginning"
git mv data/satellites/old.toml data/satellites/new.toml
record satellites/new.toml <<< $'name = "New name"\nclass = "micro"\naliases = ["old"]'
milestone review 'satellite = "new"' 'planned = 2023-05-01'
record satellites/later.toml <<< $'name = "Later"\nclass = "micro"\naliases = ["soon"]'
commit 2023-03-01 "Renamed"
