#!/usr/bin/env bash
# What action.yml runs, in the folder of the data repository. Its inputs stand in the environment as SSS_….
set -euo pipefail

say() { echo "sss: $*" >&2; }

# The newest released package for this machine whose checksum stands in this action's own source: whoever pinned the action by
# its commit has pinned the package with it. Fails where there is none, or none that runs here.
use_released() {
  local list="$GITHUB_ACTION_PATH/packaging/released" sum name version repository folder address
  # GitHub lays an action's source under _actions/OWNER/NAME/COMMIT; what is used from its own checkout has no releases.
  [[ "$GITHUB_ACTION_PATH" =~ /_actions/([^/]+/[^/]+)/[^/]+/?$ ]] || return 1
  repository=${BASH_REMATCH[1]}
  read -r sum name < <(grep -e "-linux-$(uname -m)\.tar\.gz$" "$list" 2>/dev/null | tail -n 1) || return 1
  version=${name#sss-} version=${version%%-linux-*}
  folder=${RUNNER_TEMP:-/tmp}/sss-$sum
  if [ ! -d "$folder" ]; then
    address=${GITHUB_SERVER_URL:-https://github.com}/$repository/releases/download/v$version/$name
    mkdir -p "$folder.part"
    if ! curl --fail --silent --show-error --location --proto '=https' --retry 2 --output "$folder.part/$name" "$address"; then
      say "there is no package at $address, so the program is built"
      return 1
    fi
    if ! echo "$sum  $folder.part/$name" | sha256sum --check --status; then
      say "$address is not the file that was released: its checksum differs from the one in this action's source (packaging/released)"
      exit 3
    fi
    tar --extract --gzip --strip-components=1 --directory "$folder.part" --file "$folder.part/$name" && mv "$folder.part" "$folder" || return 1
  fi
  if ! "$folder/bin/sss" --version >/dev/null 2>&1; then
    say "the package $name does not run on this system, so the program is built"
    return 1
  fi
  program=("$folder/bin/sss")
}

if [ -n "${SSS_PROGRAM:-}" ]; then
  program=("$SSS_PROGRAM")
elif command -v sss >/dev/null; then
  program=(sss)
elif ! use_released; then
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
