. "$GOLDEN/log/kinds-folder-renamed-with-edits/history.sh"
