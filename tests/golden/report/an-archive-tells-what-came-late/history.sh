# A change that was committed in a week whose report is kept already, and pushed after it: the next report tells it.
programme "A late push"
milestone a-test 'planned = 2023-05-01'
commit 2023-04-04 "The plan"
"$SSS" report --archive --every week --as-of 2023-04-18 --quiet
change a-test 's/2023-05-01/2023-06-01/'
GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@programme.example GIT_AUTHOR_DATE=2023-04-16T20:00:00Z GIT_COMMITTER_NAME=Ada \
  GIT_COMMITTER_EMAIL=ada@programme.example GIT_COMMITTER_DATE=2023-04-16T20:00:00Z git commit -q -m "Slips" -- data
