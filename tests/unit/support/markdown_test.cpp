#include "support/markdown.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace sss;
using Is = MarkdownPiece::Is;

namespace {

std::size_t depth(std::vector<MarkdownPiece> const& pieces)
{
    std::size_t deepest = 0;
    for (auto const& piece : pieces) deepest = std::max(deepest, 1 + depth(piece.pieces));
    return deepest;
}

}  // namespace

TEST_CASE("a text in Markdown is read block by block", "[markdown]")
{
    auto const blocks = parse_markdown("# Why\n\nIt *slips* by `3 days`.\n\n2. first\n3. second\n\n> said\n\n---\n");

    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0].is == Is::heading);
    CHECK(blocks[0].number == 1);
    CHECK(blocks[1].pieces ==
          std::vector<MarkdownPiece>{{.is = Is::text, .text = "It "},
                                     {.is = Is::stressed, .pieces = {{.is = Is::text, .text = "slips"}}},
                                     {.is = Is::text, .text = " by "},
                                     {.is = Is::code, .text = "3 days"},
                                     {.is = Is::text, .text = "."}});
    CHECK(blocks[2].is == Is::list);
    CHECK(blocks[2].number == 3);  // it counts from 2
    CHECK(blocks[2].pieces.size() == 2);
    CHECK(blocks[3].is == Is::quote);
    CHECK(blocks[4].is == Is::rule);
}

TEST_CASE("what Markdown has for pages of others is told by its text", "[markdown]")
{
    CHECK(plain_markdown("a <b>bold</b> ![a picture](x.png) word") ==
          std::vector<std::string>{"a <b>bold</b> a picture word"});
    CHECK(plain_markdown("<script>\nalert(1)\n</script>\n") ==
          std::vector<std::string>{"<script>\nalert(1)\n</script>\n"});
    CHECK(plain_markdown("[here](javascript:alert(1))") == std::vector<std::string>{"here (javascript:alert(1))"});
    CHECK(plain_markdown("<https://a.example/b>") == std::vector<std::string>{"https://a.example/b"});
}

TEST_CASE("plain text has a paragraph for each block, without the marks", "[markdown]")
{
    CHECK(plain_markdown("## Head\nline one\nline two\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n") ==
          std::vector<std::string>{"Head", "line one line two", "a", "b", "x, y", "1, 2"});
    CHECK(plain_markdown("") == std::vector<std::string>{});
    CHECK(plain_markdown(" \n\n") == std::vector<std::string>{});
}

TEST_CASE("however deep a text is nested, its pieces are not", "[markdown]")
{
    for (auto const* mark : {">", "- ", "*a **b ", "[", "![a"}) {
        std::string text;
        for (auto i = 0; i < 3000; ++i) text += mark;
        INFO(mark);
        CHECK(depth(parse_markdown(text + "x")) <= deepest_markdown + 2);
    }
}

TEST_CASE("the cells of a table are no more than its text asks for", "[markdown]")
{
    // A head of 2,000 columns and 6,000 rows of one letter would be filled up to twelve million cells.
    std::string head = "|", line = "|", rows;
    for (auto i = 0; i < 2000; ++i) head += "x|", line += "-|";
    for (auto i = 0; i < 6000; ++i) rows += "a\n";

    auto const blocks = parse_markdown(head + '\n' + line + '\n' + rows);

    for (auto const& block : blocks) CHECK(block.is == Is::paragraph);
}

TEST_CASE("a long text is told whole", "[markdown]")
{
    std::string text;
    for (auto i = 0; i < 5000; ++i) text += "Paragraph " + std::to_string(i) + ".\n\n";

    auto const plain = plain_markdown(text);

    REQUIRE(plain.size() == 5000);
    CHECK(plain.back() == "Paragraph 4999.");
}

TEST_CASE("the beginning of a text ends between paragraphs, lines, words or letters", "[markdown]")
{
    CHECK(beginning_of_markdown("short", 10) == "short");
    CHECK(beginning_of_markdown("one two\n\nthree four", 12) == "one two\n\n");
    CHECK(beginning_of_markdown("one two\nthree four", 12) == "one two\n");
    CHECK(beginning_of_markdown("one two three", 9) == "one two ");
    CHECK(beginning_of_markdown("ää", 3) == "ä");
    CHECK(beginning_of_markdown("\x80\x80\x80", 2).size() == 2);
    CHECK(beginning_of_markdown("word", 0).empty());
}
