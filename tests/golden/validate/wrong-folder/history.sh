# The folder's name is the mistake; references to what stands in it are not.
programme
record organisation/metu.toml <<'T'
name = "METU"
type = "university"
T
milestone sss-1-cdr 'owner = "metu"'
