# Helpers for history.sh: short words for the few things that histories are made of. Sourced by tests/golden/run.

# programme [NAME]: an empty data repository in this folder, with settings and no commit.
programme() {
  git init -q
  printf '[programme]\nname = "%s"\nshort_name = "%s"\n' "${1:-The test programme}" "${2:-TP}" > sss.toml
}

# record PATH: writes standard input to data/PATH.
record() {
  mkdir -p "data/$(dirname "$1")"
  cat > "data/$1"
}

# milestone ID [LINE…]: a review with a title made from the id, and the given lines below it.
milestone() {
  local id=$1
  shift
  { printf 'title = "%s"\ntype = "review"\n' "$(title_of "$id")"; [ $# -eq 0 ] || printf '%s\n' "$@"; } | record "milestones/$id.toml"
}

title_of() { printf '%s' "$1" | tr 'a-z-' 'A-Z '; }

# as NAME: who signs the commits from here on.
as() { author=$1; }
author="Ada"

# commit DATE MESSAGE [PARAGRAPH…]: commits all that stands here, authored and committed at DATE (noon UTC for a bare day).
commit() {
  local when=$1 message=() part
  shift
  case "$when" in *T*) ;; *) when="${when}T12:00:00Z" ;; esac
  for part in "$@"; do message+=(-m "$part"); done
  git add -A
  GIT_AUTHOR_NAME=$author GIT_AUTHOR_EMAIL="${author,,}@programme.example" GIT_AUTHOR_DATE=$when \
    GIT_COMMITTER_NAME=$author GIT_COMMITTER_EMAIL="${author,,}@programme.example" GIT_COMMITTER_DATE=$when \
    git commit -q --allow-empty "${message[@]}"
}

# merge DATE BRANCH…: lands branches with a merge commit.
merge() {
  local when=$1
  shift
  case "$when" in *T*) ;; *) when="${when}T12:00:00Z" ;; esac
  GIT_AUTHOR_NAME=$author GIT_AUTHOR_EMAIL="${author,,}@programme.example" GIT_AUTHOR_DATE=$when \
    GIT_COMMITTER_NAME=$author GIT_COMMITTER_EMAIL="${author,,}@programme.example" GIT_COMMITTER_DATE=$when \
    git merge -q --no-ff -m "Merge $*" "$@"
}

# change ID SED-EXPRESSION: edits a milestone in place.
change() { sed -i "$2" "data/milestones/$1.toml"; }
