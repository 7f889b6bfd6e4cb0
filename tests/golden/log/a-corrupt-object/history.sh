programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
change cdr 's/2024-05-01/2024-06-15/'
commit 2024-02-10 "Second"
blob=$(git rev-parse HEAD~1:data/milestones/cdr.toml)
chmod u+w ".git/objects/${blob:0:2}/${blob:2}"
printf 'nothing that zlib knows' > ".git/objects/${blob:0:2}/${blob:2}"
