#include "print/markdown/markdown.hpp"

#include <catch2/catch.hpp>

namespace sss::markdown_test {

TEST_CASE("plain words stay as they are", "[markdown]")
{
    for (auto const* text : {"SSS-2B launch", "11 → 14 April 2023 (+3 days)", "学生小卫星", "a - b", "100 %", "v1.2",
                             "e.g. this", "", "3 (three)"})
        CHECK(escape_markdown(text) == text);
}

TEST_CASE("nothing marks up or opens HTML", "[markdown]")
{
    CHECK(escape_markdown("**b** _i_ `c` ~s~") == "\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~s\\~");
    CHECK(escape_markdown("<b>&amp;") == "&lt;b&gt;&amp;amp;");
    CHECK(escape_markdown("[x](javascript:y)") == "\\[x\\](javascript:y)");
    CHECK(escape_markdown("![x](y)") == "\\!\\[x\\](y)");
    CHECK(escape_markdown("a | b") == "a \\| b");
    CHECK(escape_markdown("$x$") == "\\$x\\$");
    CHECK(escape_markdown("\\") == "\\\\");
}

TEST_CASE("nothing at the start begins a list, a heading or a rule", "[markdown]")
{
    CHECK(escape_markdown("# x") == "\\# x");
    CHECK(escape_markdown("- x") == "\\- x");
    CHECK(escape_markdown("+ x") == "\\+ x");
    CHECK(escape_markdown("--- x") == "\\--- x");
    CHECK(escape_markdown("=== x") == "\\=== x");
    CHECK(escape_markdown("> x") == "&gt; x");
    CHECK(escape_markdown("1. x") == "1\\. x");
    CHECK(escape_markdown("12) x") == "12\\) x");
    CHECK(escape_markdown("a 1. x") == "a 1. x");
}

TEST_CASE("nobody is mentioned and nothing referred to", "[markdown]")
{
    CHECK(escape_markdown("@team") == "\\@<!-- -->team");
    CHECK(escape_markdown("see #12 and !7 and %3") == "see \\#<!-- -->12 and \\!<!-- -->7 and \\%<!-- -->3");
    CHECK(escape_markdown("a@b.example") == "a\\@<!-- -->b.example");
    CHECK(escape_markdown("epic &4, R&D") == "epic \\&<!-- -->4, R&amp;D");
    CHECK(escape_markdown("%春 100 %") == "\\%<!-- -->春 100 %");
    CHECK(escape_markdown("GH-12, GHI-12") == "GH<!-- -->-12, GHI-12");
}

TEST_CASE("addresses do not become links by themselves", "[markdown]")
{
    CHECK(escape_markdown("https://x.example") == "https:<!-- -->//x.example");
    CHECK(escape_markdown("WWW.x.example") == "WWW<!-- -->.x.example");
    CHECK(escape_markdown("at 10:30") == "at 10:30");
}

TEST_CASE("nothing becomes a picture", "[markdown]")
{
    CHECK(escape_markdown("1:100:2 :+1:") == "1:<!-- -->100:2 :<!-- -->+1:");
    CHECK(escape_markdown("a: b: c") == "a: b: c");
}

TEST_CASE("lines become one, and control characters are written out", "[markdown]")
{
    CHECK(escape_markdown("a\nb\r\tc") == "a b  c");
    CHECK(escape_markdown("a\x1b[2J") == "a\\\\x1b\\[2J");
    CHECK(escape_markdown("\xE2\x80\xAEx") == "\\\\u202ex");
    CHECK(escape_markdown("\xFF") == "\\\\xff");
}

TEST_CASE("a table tells nothing where it has no row, and fills what is not told", "[render]")
{
    MarkdownTable table{{"What", "How many", "Why"}, "–"};
    CHECK(table.text().empty());
    table.align_right(1);
    table.add({"a", "1"});
    table.add({"b", "", ""});
    CHECK(table.text() == "| What | How many | Why |\n| --- | ---: | --- |\n| a | 1 | – |\n| b | – | – |\n");
    table.leave_out_empty_columns();
    CHECK(table.text() == "| What | How many |\n| --- | ---: |\n| a | 1 |\n| b | – |\n");
    MarkdownTable plain{{"What", "Why"}};
    plain.add({"a"});
    CHECK(plain.text() == "| What | Why |\n| --- | --- |\n| a | |\n");
}

}  // namespace sss::markdown_test
