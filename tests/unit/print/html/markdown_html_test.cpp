#include "print/html/markdown_html.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace sss;

namespace {

std::string as_html(std::string const& text, int level = 3)
{
    return markdown_html(parse_markdown(text), level).markup();
}

}  // namespace

TEST_CASE("nothing of a text in Markdown becomes markup of its own", "[markdown]")
{
    CHECK(as_html("a <b>& \"c\"") == "<p dir=\"auto\">a &lt;b&gt;&amp; &quot;c&quot;</p>\n");
    CHECK(as_html("<script>\na\n</script>") ==
          "<pre dir=\"auto\"><code>&lt;script&gt;\na\n&lt;/script&gt;\n</code></pre>\n");
    CHECK(as_html("![x](https://a.example/b.png)") == "<p dir=\"auto\">x</p>\n");
}

TEST_CASE("links lead to the web and to mail alone; another address is told", "[markdown]")
{
    CHECK(as_html("[x](https://a.example/?b&c)") ==
          "<p dir=\"auto\"><a href=\"https://a.example/?b&amp;c\" rel=\"noopener noreferrer\">x</a></p>\n");
    CHECK(as_html("[x](javascript:alert(1))") == "<p dir=\"auto\">x (javascript:alert(1))</p>\n");
    CHECK(as_html("[x](notes/b.md)") == "<p dir=\"auto\">x (notes/b.md)</p>\n");
    CHECK(as_html("[](https://a.example)") ==
          "<p dir=\"auto\"><a href=\"https://a.example\" rel=\"noopener noreferrer\">https://a.example</a></p>\n");
}

TEST_CASE("headings go one level deeper at a time, below those of the page", "[markdown]")
{
    CHECK(as_html("# A\n### B\n# C\n") ==
          "<h3 dir=\"auto\">A</h3>\n<h4 dir=\"auto\">B</h4>\n<h3 dir=\"auto\">C</h3>\n");
    CHECK(as_html("###### A\n", 2) == "<h2 dir=\"auto\">A</h2>\n");
}

TEST_CASE("lists keep their numbers, and short items are no paragraphs", "[markdown]")
{
    CHECK(as_html("4. a\n5. b\n") == "<ol start=\"4\">\n<li dir=\"auto\">a</li>\n<li dir=\"auto\">b</li>\n</ol>\n");
    CHECK(as_html("- a\n  - b\n") == "<ul>\n<li dir=\"auto\">a<ul>\n<li dir=\"auto\">b</li>\n</ul>\n</li>\n</ul>\n");
}
