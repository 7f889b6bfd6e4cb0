. "$GOLDEN/validate/shallow-clone.sh"
