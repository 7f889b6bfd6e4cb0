# Reasons stand in the middle of the messages that GitHub and GitLab write for a squash merge.
programme
printf '[history]\ncorrection_days = 0\n[report]\nsections = ["moved"]\n' >> sss.toml
milestone a 'planned = 2024-06-01'
milestone b 'planned = 2024-06-01'
commit 2024-02-01 "Plan"
change a 's/06-01/07-01/'; change b 's/06-01/08-01/'
commit 2024-03-10 "Two slips (#12)" "* a slips" "Reason: parts are late" "* b slips" "Reason: the bench broke" "---------" "Co-authored-by: B C <b@example.org>"
change a 's/07-01/07-11/'
commit 2024-03-11 "Slip (#13)" "Reason: rain" "Co-authored-by: B C <b@example.org>"
change b 's/08-01/08-11/'
commit 2024-03-12 "Slip" "It rains." "Reason: more rain
 and wind" "Closes #14" "See merge request group/project!14"
change b 's/08-11/08-21/'
commit 2024-03-13 "Slip" "Reason: is told in the text below" "Which is no trailer."
