programme "Test programme"
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
GIT_COMMITTER_DATE=2024-02-01T12:00:00Z git tag -m "First & best" v1
change cdr 's/2024-05-01/2024-06-01/'
for id in a b c d e f g; do milestone new-$id; done
commit 2024-02-10 "Move" "Reason: the antenna is late"
