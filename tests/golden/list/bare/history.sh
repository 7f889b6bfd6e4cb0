programme
milestone cdr 'planned = 2018-05-01'
commit 2018-01-01 "cdr"
git clone -q --bare . ../bare.git
rm -rf .git data sss.toml
mv ../bare.git here.git
