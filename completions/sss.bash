# bash completion for sss: every candidate comes from the program itself, so nothing here can grow stale.
# What is offered may have been named by anybody (ids, tags, branches, files): it goes on the line quoted, always.

# Splits a line into `words` with its quotes and backslashes taken off, and expands nothing. `quote` is the one that is
# still open, `prefix` what stands of the last word before the part that readline puts back, `closed` whether a quote was
# closed in it.
_sss_split() {
  local line=$1 char word="" begun="" i
  words=() quote="" prefix="" closed=""
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    if [[ $quote == "'" && $char != "'" ]]; then
      word+=$char
    elif [[ $char == "\\" ]]; then
      if [[ $quote == '"' && ${line:i+1:1} != ['$`"\'] ]]; then word+=$char; fi
      i=$((i + 1)) begun=1 word+=${line:i:1}
    elif [[ -n $quote && $char == "$quote" ]]; then
      quote="" closed=1
    elif [[ -n $quote ]]; then
      word+=$char
    elif [[ $char == ["'"'"'] ]]; then
      quote=$char begun=1 prefix=$word
    elif [[ $char == [$' \t'] ]]; then
      [[ -n $begun ]] && words+=("$word")
      word="" begun="" prefix="" closed=""
    else
      word+=$char begun=1
      # Readline breaks a word there, and puts back only what stands behind it.
      [[ $char == [=:@'><;|&('] ]] && prefix=$word
    fi
  done
  words+=("$word")
}

_sss() {
  local words quote prefix closed reply rest directive="" found=()
  COMPREPLY=()
  _sss_split "${COMP_LINE:0:COMP_POINT}"
  [[ -n $closed ]] && return 0 # readline would put a second word behind the quote
  while IFS= read -r reply; do
    case $reply in
      :*) directive=$reply ;;
      *)
        reply=${reply%%$'\t'*}
        rest=${reply#"$prefix"}
        case $quote in
          "'") [[ $rest == *"'"* ]] && continue ;; # nothing quotes it there
          '"')
            [[ $rest == *'!'* ]] && continue # history expansion: nor this
            rest=${rest//\\/\\\\} rest=${rest//\$/\\\$} rest=${rest//\`/\\\`} rest=${rest//\"/\\\"}
            ;;
          *) printf -v rest %q "$rest" ;;
        esac
        COMPREPLY+=("$rest")
        ;;
    esac
  done < <("${words[0]}" complete -- "${words[@]:1}" 2> /dev/null)
  rest=${words[-1]#"$prefix"}
  case $directive in
    :files) mapfile -t found < <(compgen -f -- "$rest") ;;
    :folders) mapfile -t found < <(compgen -d -- "$rest") ;;
    :open) compopt -o nospace 2> /dev/null ;;
  esac
  if [[ ${#found[@]} -gt 0 ]]; then
    compopt -o filenames 2> /dev/null # with it readline quotes
    for reply in "${found[@]}"; do
      [[ $reply == *[[:cntrl:]]* ]] && continue
      [[ $reply == -* ]] && reply=./$reply # else it would be an option
      COMPREPLY+=("$reply")
    done
  fi
  return 0
}
complete -F _sss sss
