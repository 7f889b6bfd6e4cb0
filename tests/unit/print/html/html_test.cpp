#include "print/html/html.hpp"

#include <catch2/catch.hpp>

namespace sss::html_test {

namespace {

std::size_t occurrences(std::string const& text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

HtmlSection section(std::string heading, std::string anchor)
{
    return {isolated_html(heading), html("<p>body</p>\n"), std::move(anchor)};
}

}  // namespace

TEST_CASE("text is escaped for content and for quoted attributes alike", "[render]")
{
    CHECK(escape_html("<a href=\"x\" id='y'>&") == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    CHECK(escape_html("one\ntwo\tthree") == "one two three");
    CHECK(escape_html("\x1b[2J \u202e") == "\\x1b[2J \\u202e");
    CHECK(escape_html("学 \xFF") == "学 \\xff");
}

TEST_CASE("a form escapes the texts among its arguments and takes markup as it is", "[render]")
{
    auto const inner = html("<b class=\"{}\">{}</b>", "a\"b", std::string{"<x> & y"});
    CHECK(inner.markup() == "<b class=\"a&quot;b\">&lt;x&gt; &amp; y</b>");
    CHECK(html("<p>{}, {}</p>", inner, 7).markup() == "<p>" + inner.markup() + ", 7</p>");
    CHECK((Html{"<"} + inner).markup() == "&lt;" + inner.markup());
    CHECK(joined(Html{}, Html{", "}, inner) == inner);
    CHECK(joined(Html{"a"}, Html{", "}, Html{"b"}).markup() == "a, b");
}

TEST_CASE("a table says what its cells are, also where it is read aloud or laid out as cards", "[render]")
{
    HtmlTable table{.caption = "A & B", .columns = {{"Name"}, {"Count <", true}}, .rows = {{Html{"x"}, Html{"1"}}}};
    CHECK(table_html(table).markup() ==
          "<table role=\"table\">\n<caption>A &amp; B</caption>\n<thead role=\"rowgroup\">\n"
          "<tr role=\"row\"><th role=\"columnheader\" scope=\"col\">Name</th>"
          "<th role=\"columnheader\" scope=\"col\" class=\"number\">Count &lt;</th></tr>\n"
          "</thead>\n<tbody role=\"rowgroup\">\n"
          "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">x</th>"
          "<td role=\"cell\" data-label=\"Count &lt;\" class=\"number\">1</td></tr>\n"
          "</tbody>\n</table>\n");
    table.rows.clear();
    CHECK(table_html(table).empty());
}

TEST_CASE("names are isolated, so that a right-to-left one reorders nothing around it", "[render]")
{
    CHECK(isolated_html("مدار <").markup() == "<bdi>مدار &lt;</bdi>");
    CHECK(sentence_html("A & B").markup() == "<bdi dir=\"ltr\">A &amp; B</bdi>");
}

TEST_CASE("only web and mail addresses become links", "[render]")
{
    CHECK(link_html("https://x.example/?a=1&b=2", "x").markup() ==
          "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\"><bdi>x</bdi></a>");
    CHECK(link_html("MAILTO:a@x.example", "x").markup().starts_with("<a "));
    for (auto const* address : {"javascript:alert(1)", " https://x.example", "https://x example", "//x.example",
                                "data:text/html,x", "https://", "java\nscript:x"})
        CHECK(link_html(address, "x").markup() == "<bdi>x</bdi>");
}

TEST_CASE("a page has one first heading, a title, a language, and asks nobody for anything", "[render]")
{
    auto const page = html_page({"A <b>", Html{"lead & more"}, {section("One", "one")}});
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(occurrences(page, "<h1>") == 1);
    CHECK(occurrences(page, "A &lt;b&gt;") == 2);
    for (auto const* foreign : {"<script", "src=", "@import", "url(", "http://", "https://", "<link"})
        CHECK(page.find(foreign) == page.npos);
}

TEST_CASE("contents are listed where there is more than a screen holds", "[render]")
{
    HtmlPage page{"P", {}, {section("A", "a"), section("B", "b"), section("C", "c")}};
    CHECK(html_page(page).find("<nav") == std::string::npos);
    page.sections.push_back(section("D", "d"));
    CHECK(html_page(page).find("<li><a href=\"#d\"><bdi>D</bdi></a></li>") != std::string::npos);
}

TEST_CASE("anchors are plain and unique, whatever they are made from", "[render]")
{
    auto const page = html_page(
        {"P", {}, {section("A", "v1.2 \"x\""), section("B", "V1.2 <x>"), section("C", "学"), section("D", "")}});
    for (auto const* anchor : {"id=\"v1.2-x\"", "id=\"v1.2-x-2\"", "id=\"section\"", "id=\"section-2\""})
        CHECK(occurrences(page, anchor) == 1);
}

}  // namespace sss::html_test
