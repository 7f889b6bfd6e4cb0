programme
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "Plan the CDR"
git checkout -q --orphan other
git rm -rqf .
as Grace
milestone pdr 'planned = 2024-03-01'
commit 2023-06-01 "Another partner's plan"
change pdr 's/2024-03-01/2024-04-01/'
commit 2023-09-01 "Moved there already"
git checkout -q main
as Ada
GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@programme.example GIT_AUTHOR_DATE=2024-02-01T12:00:00Z GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2024-02-01T12:00:00Z \
  git merge -q --no-ff --allow-unrelated-histories -m "Take in the other plan" other
