. "$GOLDEN/daily-verbs.sh"
printf '#!/bin/sh\necho "the hook says no" >&2\nexit 1\n' > .git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
