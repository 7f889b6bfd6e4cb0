# A whole number may be written with a point, and is the same number; one that is too large is told so in any base.
programme
record satellites/a.toml <<< $'name = "A"\nclass = "nano"\n[identifiers]\nnorad = 49322'
record satellites/b.toml <<< $'name = "B"\nclass = "nano"\n[identifiers]\nnorad = 49322.0'
record milestones/m.toml <<< $'title = "M"\ntype = "other"\nweight = 0xffffffffffffffff'
commit 2024-01-02 "First"
