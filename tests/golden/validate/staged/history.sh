# The index holds a mistake that the working tree has mended, and the other way about.
programme
milestone a 'owner = "nobody"'
git add -A
milestone a
milestone b 'owner = "nobody"'
