programme "Test programme"
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
GIT_COMMITTER_DATE=2024-02-01T12:00:00Z git tag -m $'The first release\n\nIt has a body that is not told.' v1
GIT_COMMITTER_DATE=2024-02-03T12:00:00Z git tag -m "The first release, agreed" v1-agreed v1
git tag -d v1 > /dev/null
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-10 "Move"
GIT_COMMITTER_DATE=2024-02-11T12:00:00Z git tag -m v2 v2
change cdr 's/2024-06-01/2024-07-01/'
commit 2024-03-10 "Move again"
git tag v3
git tag a-tree 'HEAD^{tree}'
