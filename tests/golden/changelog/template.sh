# A short history, told by templates that stand beside it. Shared: sourced by the cases named a-template-*.
programme "Test programme"
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example
printf 'title = "The <b>CDR</b> & *more*"\ntype = "review"\nplanned = 2024-05-01\n' | record milestones/cdr.toml
milestone pdr 'planned = 2024-03-01'
commit 2024-01-10 "Plan"
GIT_COMMITTER_DATE=2024-01-11T12:00:00Z git tag -m "First" v1
change cdr 's/2024-05-01/2024-06-01/'
commit 2024-02-10 "Move" "Reason: the antenna is late"
change cdr 's/2024-06-01/2024-06-15/'
change pdr 's/^planned/actual = 2024-02-11\n&/'
commit 2024-02-12 "Move again" "Reason: 1 < 2"
