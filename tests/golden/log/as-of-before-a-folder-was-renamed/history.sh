. "$GOLDEN/log/kinds-folder-renamed-twice/history.sh"
