programme "Test programme"
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan"
git tag approved
git tag v1.0-rc2
GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2024-01-15T12:00:00Z git tag -m "As the council saw it" v1.0
GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2024-01-16T12:00:00Z git tag -m "Handed to the agencies" handed-over
