#include "render/html.hpp"

#include <catch2/catch.hpp>

namespace sss::html_test {

namespace {

std::size_t occurrences(std::string const& text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

PageSection section(std::string heading, std::string anchor)
{
    return {isolated_html(heading), "<p>body</p>\n", std::move(anchor)};
}

}  // namespace

TEST_CASE("text is escaped for content and for quoted attributes alike", "[render]")
{
    CHECK(escape_html("<a href=\"x\" id='y'>&") == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    CHECK(escape_html("one\ntwo\tthree") == "one two three");
    CHECK(escape_html("\x1b[2J \u202e") == "\\x1b[2J \\u202e");
    CHECK(escape_html("学 \xFF") == "学 \\xff");
}

TEST_CASE("names are isolated, so that a right-to-left one reorders nothing around it", "[render]")
{
    CHECK(isolated_html("مدار <") == "<bdi>مدار &lt;</bdi>");
    CHECK(sentence_html("A & B") == "<bdi dir=\"ltr\">A &amp; B</bdi>");
}

TEST_CASE("only web and mail addresses become links", "[render]")
{
    CHECK(link_html("https://x.example/?a=1&b=2", "x") ==
          "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\"><bdi>x</bdi></a>");
    CHECK(link_html("MAILTO:a@x.example", "x").starts_with("<a "));
    for (auto const* address : {"javascript:alert(1)", " https://x.example", "https://x example", "//x.example",
                                "data:text/html,x", "https://", "java\nscript:x"})
        CHECK(link_html(address, "x") == "<bdi>x</bdi>");
}

TEST_CASE("a page has one first heading, a title, a language, and asks nobody for anything", "[render]")
{
    auto const page = html_page({"A <b>", escape_html("lead & more"), {section("One", "one")}});
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(occurrences(page, "<h1>") == 1);
    CHECK(occurrences(page, "A &lt;b&gt;") == 2);
    for (auto const* foreign : {"<script", "src=", "@import", "url(", "http://", "https://", "<link"})
        CHECK(page.find(foreign) == page.npos);
}

TEST_CASE("contents are listed where there is more than a screen holds", "[render]")
{
    Page page{"P", {}, {section("A", "a"), section("B", "b"), section("C", "c")}};
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
