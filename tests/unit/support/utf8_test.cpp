#include "support/utf8.hpp"

#include <catch2/catch.hpp>

using namespace sss;

TEST_CASE("well-formed text has no bad byte", "[utf8]")
{
    CHECK_FALSE(first_invalid_utf8("plain ASCII of more than eight bytes, é, 北京, ภาษา, 😀"));
    CHECK_FALSE(first_invalid_utf8(""));
}

TEST_CASE("the first bad byte is found", "[utf8]")
{
    auto const bad = GENERATE("\x80", "\xC0\x80", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\xFF",
                              "\xF0\x8F\xBF\xBF", "\xE5\x8C");

    CHECK(first_invalid_utf8("12345678é" + std::string{bad}) == 10);
}

TEST_CASE("characters are counted, not bytes", "[utf8]")
{
    CHECK(count_characters("aé北😀") == 4);
}

TEST_CASE("wide characters take two columns and combining ones none", "[utf8]")
{
    CHECK(display_width("北京") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("กิ") == 1);
    CHECK(display_width("Монгол") == 6);
}

TEST_CASE("padding fills up to the width and cuts nothing", "[utf8]")
{
    CHECK(padded("北京", 6) == "北京  ");
    CHECK(padded("12", 4, Align::right) == "  12");
    CHECK(padded("12345", 4) == "12345");
}

TEST_CASE("a cut text shows that it was cut and never exceeds its width", "[utf8]")
{
    CHECK(truncated("abcdef", 6) == "abcdef");
    CHECK(truncated("abcdefg", 6) == "abcde…");
    CHECK(truncated("北京航空", 6) == "北京…");
    CHECK(truncated("e\xCC\x81xx", 2) == "e\xCC\x81…");
    CHECK(truncated("abc", 0).empty());
}

TEST_CASE("control characters are written out", "[utf8]")
{
    CHECK(visible("\x1b[31m") == "\\x1b[31m");
    CHECK(visible("a\nb\t") == "a\\x0ab\\x09");
    CHECK(visible("\x7f") == "\\x7f");
    CHECK(visible("\xC2\x9B") == "\\x9b");
    CHECK(visible("\xFF") == "\\xff");
}

TEST_CASE("what turns or hides text is written out", "[utf8]")
{
    CHECK(visible("\u202Eabc") == "\\u202eabc");
    CHECK(visible("a\u200Bb") == "a\\u200bb");
    CHECK(visible("\u2028") == "\\u2028");
    CHECK(visible("a\u200Db") == "a\\u200db");
}

TEST_CASE("ordinary text of any script stays as it is", "[utf8]")
{
    auto const text = GENERATE("TÜBİTAK UZAY", "北京航空航天大学", "ประเทศไทย", "می‌خواهم", "क्‍ष",
                               "👩‍🚀", "e\xCC\x81");

    CHECK(visible(text) == text);
}
