#!/usr/bin/env bash
# What action.yml runs, in the folder of the data repository. Its inputs stand in the environment as SSS_….
set -euo pipefail

if [ -n "${SSS_PROGRAM:-}" ]; then
  program=("$SSS_PROGRAM")
elif command -v sss >/dev/null; then
  program=(sss)
else
  program=("$GITHUB_ACTION_PATH/dev" sss)
fi

command=${SSS_COMMAND:-validate}
since=${SSS_SINCE:-auto}
# GITHUB_BASE_REF is set in a pull request alone: the branch that it is to be merged into.
if [ "$since" = auto ]; then since=${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF}; fi
if [ "$since" = none ]; then since=; fi

arguments=("$command")
case "$command" in
  validate)
    arguments+=("--format=${SSS_FORMAT:-github}")
    if [ -n "$since" ]; then arguments+=("--since=$since"); fi
    ;;
  diff)
    if [ -n "$since" ]; then arguments+=("$since...HEAD"); fi
    ;;
esac
if [ -n "${SSS_OUTPUT:-}" ]; then arguments+=("--output=$SSS_OUTPUT"); fi
# Words are parted at blanks; no glob, no variable and no quote means anything.
read -r -d '' -a more <<<"${SSS_ARGS:-}" || true

exec "${program[@]}" "${arguments[@]}" "${more[@]}"
