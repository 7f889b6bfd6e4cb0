# bash completion for sss: every candidate comes from the program itself, so nothing here can grow stale.
_sss() {
  local line=${COMP_LINE:0:COMP_POINT} words=() reply directive="" current prefix=""
  IFS=$' \t' read -ra words <<< "$line"
  [[ $line == *[$' \t'] ]] && words+=("")
  current=${words[-1]}
  # Readline breaks a word at = and : and puts back only what stands behind it.
  [[ $current == *[=:]* ]] && prefix=${current%"${current##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r reply; do
    case $reply in
      :*) directive=$reply ;;
      *) reply=${reply%%$'\t'*}; COMPREPLY+=("${reply#"$prefix"}") ;;
    esac
  done < <("${words[0]}" complete -- "${words[@]:1}" 2> /dev/null)
  case $directive in
    :files) compopt -o filenames 2> /dev/null; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current") ;;
    :folders) compopt -o filenames 2> /dev/null; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current") ;;
    :open) compopt -o nospace 2> /dev/null ;;
  esac
  return 0
}
complete -F _sss sss
