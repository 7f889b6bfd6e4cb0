# git gives its hook an index of its own when it commits with -a; the message tells what goes into that commit.
programme
milestone sss-1-cdr 'planned = 2018-05-01'
commit 2018-01-10 "The plan"
cat > .git/hooks/prepare-commit-msg <<'H'
#!/bin/sh
[ -n "$2" ] || { "$SSS" diff --staged --format message; cat "$1"; } > "$1.new" && mv "$1.new" "$1"
H
chmod +x .git/hooks/prepare-commit-msg
change sss-1-cdr 's/planned = .*/planned = 2018-05-15/'
GIT_EDITOR=true GIT_AUTHOR_DATE=2018-04-01T12:00:00Z GIT_COMMITTER_DATE=2018-04-01T12:00:00Z git commit -qa
git log -1 --format=%B > message
test "$(head -n 1 message)" = "SSS 1 CDR moves by 14 days (1 → 15 May 2018), its first move"
rm message
