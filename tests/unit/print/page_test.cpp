#include "print/html/page_html.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/record_text.hpp"
#include "print/text/page_text.hpp"

#include <catch2/catch.hpp>

namespace sss::page_test {

namespace {

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != text.npos;
}

std::size_t times(std::string const& text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

Page page_with(std::vector<PageBlock> blocks)
{
    Page page;
    page.name = as_name("P");
    page.title = "P";
    page.sections.push_back({"Section", "section", std::move(blocks)});
    return page;
}

PageTable table_of(std::size_t rows)
{
    PageTable table{"A table", {{"What"}, {"How"}, {"Never"}}};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({as_name("row " + std::to_string(i)), Said{"x"}, PageCell{}});
    return table;
}

}  // namespace

TEST_CASE("a name acts on no terminal, marks up no page and no Markdown, wherever it stands", "[page]")
{
    auto const nasty = as_name("\x1b[31m<b>*x* @you |");
    PageTable table{"A table", {{"What"}, {"How"}}};
    table.rows.push_back({nasty, {nasty, nasty, Tone::bad}});
    PageEntry const entry{nasty, nasty, {nasty}};
    PageList const list{{{nasty, nasty, nasty}}};
    auto page = page_with({table, entry, list, PageQuote{{nasty}, nasty}, PageParagraph{nasty}, PageHeading{nasty}});
    page.sections.front().blocks.emplace_back(PageFacts{{{nasty, {nasty}}}});
    page.lead = page.rest = page.part = page.subtitle = nasty;
    page.intro = page.remarks = page.foot = {nasty};
    page.basis = {nasty, {nasty}};

    CHECK_FALSE(holds(page_text(page), "\x1b"));
    for (auto const& text : {page_html(page), page_html_for_mail(page)}) {
        CHECK_FALSE(holds(text, "<b>"));
        CHECK_FALSE(holds(text, "\x1b"));
    }
    auto const markdown = page_markdown(page);
    CHECK_FALSE(holds(markdown, "<b>"));
    CHECK_FALSE(holds(markdown, " *x*"));
    CHECK_FALSE(holds(markdown, " @you"));
    CHECK_FALSE(holds(markdown, "\x1b"));
}

TEST_CASE("among other pages a record's name leads to its page; alone it is a name", "[page]")
{
    auto const said = as_record("A & B", "milestones/a b.html") + " and " + as_page("all", "actions.html#x");

    CHECK(said_html(said).markup() == "<bdi>A &amp; B</bdi> and all");
    auto const at = [&](Said const& one, std::string_view address) {
        HtmlNeighbours among{address};
        return said_html(one, &among).markup();
    };
    CHECK(at(said, "index.html") ==
          "<a href=\"milestones/a%20b.html\"><bdi>A &amp; B</bdi></a> and <a href=\"actions.html#x\">all</a>");
    CHECK(at(said, "news/2018/x.html") ==
          "<a href=\"../../milestones/a%20b.html\"><bdi>A &amp; B</bdi></a> and <a "
          "href=\"../../actions.html#x\">all</a>");
    CHECK(at(as_record("A", "a.html"), "a.html") == "<bdi>A</bdi>");  // no page leads to itself
    CHECK(said_text(said) == "A & B and all");
    CHECK(said_markdown(said) == "A &amp; B and all");
}

TEST_CASE("an abbreviation is explained where a page first uses it, and only as a word of its own", "[page]")
{
    Glossary const glossary{{{"X<Y", "never a word"}}};
    HtmlNeighbours among{"a.html", &glossary};

    CHECK(said_html(as_name("SSS-1 CDR, the CDR"), &among).markup() ==
          "<bdi>SSS-1 <abbr title=\"critical design review\">CDR</abbr>, the CDR</bdi>");
    CHECK(said_html(Said{"CDR and PDR"}, &among).markup() ==
          "CDR and <abbr title=\"preliminary design review\">PDR</abbr>");
    CHECK(said_html(as_name("CDRs, xQR, éQR, QRé and QR2"), &among).markup() ==
          "<bdi>CDRs, xQR, éQR, QRé and QR2</bdi>");
    CHECK(said_html(as_name("<QR>"), &among).markup() ==
          "<bdi>&lt;<abbr title=\"qualification review\">QR</abbr>&gt;</bdi>");
    CHECK(said_html(as_name("SRR")).markup() == "<bdi>SRR</bdi>");  // a page that stands alone has no glossary
}

TEST_CASE("an address of the world is a link where it is http, https or mailto, and its text elsewhere", "[page]")
{
    CHECK(holds(said_html(as_link("paper", "https://a.example/?x=1&y")).markup(),
                "href=\"https://a.example/?x=1&amp;y\""));
    for (auto const* unsafe : {"javascript:alert(1)", "data:text/html,x", "", "//a.example", "https://a.example/ x"})
        CHECK(said_html(as_link("paper", unsafe)).markup() == "<bdi>paper</bdi>");
}

TEST_CASE("what is known of a thing is told line by line in every format", "[page]")
{
    auto const page = page_with({PageFacts{{{"Mass", {"30 kg"}}, {"Partners", {as_name("A"), as_name("B")}}}}});

    CHECK(holds(page_html(page), "<dt>Partners</dt><dd><bdi>A</bdi></dd><dd><bdi>B</bdi></dd>"));
    CHECK(holds(page_markdown(page), "- **Mass:** 30 kg\n- **Partners:** A\n- **Partners:** B\n"));
    CHECK(holds(page_text(page), "Mass"));
    CHECK(holds(page_text(page), "30 kg"));
}

TEST_CASE("a table that is cut says how many rows it lost, and where they are", "[page]")
{
    std::vector<PageBlock> blocks{table_of(12), PageParagraph{"below"}};
    cut_long(blocks, 5, "in the data");
    auto const text = page_markdown(page_with(blocks));

    CHECK(holds(text, "row 4"));
    CHECK_FALSE(holds(text, "row 5"));
    CHECK(holds(text, "… and 7 more: in the data"));
    std::vector<PageBlock> short_enough{table_of(6)};
    cut_long(short_enough, 5, "in the data");
    CHECK(short_enough.size() == 1);
}

TEST_CASE("a column in which nothing stands is in no format", "[page]")
{
    auto const page = page_with({table_of(2)});

    CHECK_FALSE(holds(page_html(page), "Never"));
    CHECK_FALSE(holds(page_markdown(page), "Never"));
}

TEST_CASE("a long table shows its first ten rows, and folds or counts the rest", "[page]")
{
    auto const page = page_with({table_of(40)});

    auto const text = page_text(page);
    CHECK(holds(text, "row 9"));
    CHECK_FALSE(holds(text, "row 10"));
    CHECK(holds(text, "… and 30 more"));
    auto const html = page_html(page);
    CHECK(holds(html, "<summary>… and 30 more</summary>"));
    CHECK(times(html, "role=\"rowheader\"") == 40);
    CHECK(holds(page_markdown(page), "<summary>… and 30 more</summary>\n\n|"));
    CHECK_FALSE(holds(page_html_for_mail(page), "<details>"));  // which mail programs do not unfold
    CHECK(times(page_html_for_mail(page), "role=\"rowheader\"") == 40);

    CHECK_FALSE(holds(page_text(page_with({table_of(11)})), "more"));  // that would take the room of the row
    CHECK_FALSE(holds(page_html(page_with({table_of(11)})), "<details>"));
}

TEST_CASE("columns further right follow in the third, and line up with their own table", "[page]")
{
    PageTable table{"A table", {{"A"}, {"B"}, {"C"}, {"D"}}};
    table.rows.push_back({as_name("a"), Said{"b"}, Said{"c"}, Said{"d"}});
    table.rows.push_back({as_name("a"), Said{"b"}, Said{"longer"}, Said{"e"}});

    auto const text = page_text(page_with({table}));
    CHECK(holds(text, "a  b  c        d\n"));
    CHECK(holds(text, "a  b  longer   e\n"));
}

TEST_CASE("what stands aside of an answer follows it in parentheses, below it, or smaller", "[page]")
{
    PageTable table{"A table", {{"What"}, {"Why", PageColumn::Narrow::below, true}}};
    table.rows.push_back({as_name("a"), PageCell{{{"weather", "Ada"}, {"parts", "Bo"}}}});
    auto const page = page_with({table});

    CHECK(holds(page_text(page), "Section       a\n                weather (Ada); parts (Bo)\n"));
    CHECK(holds(page_markdown(page), "| a | weather (Ada); parts (Bo) |"));
    CHECK(holds(page_html(page), "<div>weather<div class=\"note\">Ada</div></div>"));
}

TEST_CASE("where no title stands above a cell it says by itself what it is", "[page]")
{
    PageTable table{"A table", {{"What"}, {"Next"}}};
    PageCell next{Said{"launch"}};
    next.unheaded = "next: launch";
    table.rows.push_back({as_name("a"), next});
    auto const page = page_with({table});

    CHECK(holds(page_text(page), "next: launch"));
    CHECK_FALSE(holds(page_html(page), "next: launch"));
    CHECK_FALSE(holds(page_markdown(page), "next: launch"));
}

TEST_CASE("on what the verdict rests is folded in a browser, and stands at the foot elsewhere", "[page]")
{
    auto page = page_with({});
    page.lead = "Behind schedule.";
    page.basis = {"How it is judged", {"By dates."}};

    CHECK(holds(page_html(page), "<details>\n<summary>How it is judged</summary>\n<p>By dates.</p>"));
    CHECK(holds(page_text(page), "\nHow it is judged: By dates.\n"));
    CHECK(holds(page_markdown(page), "---\n\n**How it is judged.** By dates.\n"));
}

TEST_CASE("a percent sign stays with its number on a page", "[page]")
{
    CHECK(said_html("20 % now").markup() == "20\u00a0% now");
    CHECK(said_html(as_name("20 % now")).markup() == "<bdi>20 % now</bdi>");
}

}  // namespace sss::page_test
