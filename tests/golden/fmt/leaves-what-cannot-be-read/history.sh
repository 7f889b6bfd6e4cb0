. "$GOLDEN/fmt/untidy.sh"
