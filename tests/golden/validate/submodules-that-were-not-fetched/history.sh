programme
milestone cdr 'planned = 2024-05-01'
milestone qr 'planned = 2024-09-01'
commit 2024-01-10 "First"
# What a clone leaves of a submodule that nobody asked for is an empty folder. One holds a kind's records …
cp -r . ../kind
(cd ../kind && git rm -qr data/milestones && mkdir data data/milestones &&
  git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),data/milestones" && commit 2024-01-11 "A repository of milestones")
mv ../kind kind
# … and one some of them; another has been fetched.
git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),data/milestones/older"
mkdir data/milestones/older data/milestones/fetched
(cd data/milestones/fetched && git init -q && printf 'title = "PDR"\n' > pdr.toml)
