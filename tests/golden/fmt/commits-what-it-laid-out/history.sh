. "$GOLDEN/fmt/untidy.sh"
commit 2018-01-02 "First"
