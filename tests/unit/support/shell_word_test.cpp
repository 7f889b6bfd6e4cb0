#include "support/shell_word.hpp"

#include <catch2/catch.hpp>

namespace sss::shell_word_test {

TEST_CASE("a plain word stays plain, everything else stands between quotes", "[shell-word]")
{
    CHECK(shell_word("data/milestones/sss-1.toml") == "data/milestones/sss-1.toml");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("a b") == "'a b'");
    CHECK(shell_word("it's $(rm -rf ~) `x` \"y\" \\") == "'it'\\''s $(rm -rf ~) `x` \"y\" \\'");
    CHECK(shell_word("~") == "'~'");
}

TEST_CASE("control characters are seen and never reach the shell", "[shell-word]")
{
    CHECK(shell_word("a\nb") == "'a\\x0ab'");
    CHECK(shell_word("\x1b[2J") == "'\\x1b[2J'");
}

}  // namespace sss::shell_word_test
