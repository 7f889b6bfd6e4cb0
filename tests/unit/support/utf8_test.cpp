#include "support/utf8.hpp"

#include <catch2/catch.hpp>

namespace sss::utf8_test {

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

TEST_CASE("all that turns, divides or hides a text is written out, wherever it stands", "[utf8]")
{
    auto const hostile =
        GENERATE(as<std::string>{}, "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
                 "\u2069", "\u2028", "\u2029", "\u2060", "\u00AD", "\uFEFF", "\U000E0001", "\U000E0041", "\U000E007F",
                 "\xC2\x80", "\xC2\x85", "\xC2\x9F", "\x1b", "\x7f", "\r");

    for (auto const& text : {hostile, "م" + hostile + "ي", "a" + hostile, hostile + "b"}) {
        CHECK(visible(text).find(hostile) == std::string::npos);
        CHECK(visible_lines(text).find(hostile) == std::string::npos);
        CHECK(visible(visible(text)) == visible(text));
    }
}

TEST_CASE("what a CI system would obey in its log is written out", "[utf8]")
{
    CHECK(visible("::error::x") == "\\x3a:error::x");
    CHECK(visible("  ::stop-commands::x") == "  \\x3a:stop-commands::x");
    CHECK(visible("\u00A0::error::x") == "\u00A0\\x3a:error::x");
    CHECK(visible("std::string") == "std::string");
    CHECK(visible("a ::error::x") == "a \\x3a:error::x");
    CHECK(visible("map :: a -> b") == "map :: a -> b");
    CHECK(visible("a ##[error]x") == "a \\x23#[error]x");
    CHECK(visible("###[error]x") == "#\\x23#[error]x");
    CHECK(visible("##vso[task.x]") == "\\x23#vso[task.x]");
    CHECK(visible("## A heading [1]") == "## A heading [1]");
}

TEST_CASE("a text of several lines keeps its lines and tabs", "[utf8]")
{
    CHECK(visible_lines("a\tb\r\n\x1b[31mc\n") == "a\tb\r\n\\x1b[31mc\n");
    CHECK(visible_lines("a::b\n\t::error::c\n") == "a::b\n\t\\x3a:error::c\n");
    CHECK(visible_lines("a\t::b") == "a\t::b");
    CHECK(visible_lines("a\rb") == "a\\x0db");
}

TEST_CASE("of escape sequences only colours are kept, and only where they are ours", "[utf8]")
{
    CHECK(visible_lines("\x1b[1;31ma\x1b[0m\n", true) == "\x1b[1;31ma\x1b[0m\n");
    CHECK(visible_lines("\x1b[2Ja\x1b]0;x\a\x1b[31", true) == "\\x1b[2Ja\\x1b]0;x\\x07\\x1b[31");
    CHECK(visible_lines("\x1b[31m::error::x", true) == "\x1b[31m\\x3a:error::x");
    CHECK(visible_lines("\x1b[31ma") == "\\x1b[31ma");
}

TEST_CASE("ordinary text of any script stays as it is", "[utf8]")
{
    auto const text =
        GENERATE("ه‍.ش", "SSS \u200Fشریف", "\u061C12\u200E (a)", "\u0601\u0661", "TÜBİTAK UZAY", "北京航空航天大学",
                 "ประเทศไทย", "می‌خواهم", "क्‍ष", "👩‍🚀", "e\xCC\x81");

    CHECK(visible(text) == text);
}

}  // namespace sss::utf8_test
