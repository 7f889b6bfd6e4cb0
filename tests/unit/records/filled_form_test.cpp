#include "records/sheet/filled_form.hpp"

#include <catch2/catch.hpp>

namespace sss::filled_form_test {

namespace {

Sheet read(std::string_view text)
{
    auto form = read_filled_form(text);
    REQUIRE(std::holds_alternative<Sheet>(form));
    return std::get<Sheet>(std::move(form));
}

std::uint32_t problem_line(std::string_view text)
{
    auto const form = read_filled_form(text);
    REQUIRE(std::holds_alternative<CsvProblem>(form));
    return std::get<CsvProblem>(form).line;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("each answer stands below its heading", "[records]")
{
    auto const form = read("### Title\n\nPDR\n\n### Notes\n\nOne.\n\nTwo.\n");
    CHECK(form.answers);
    CHECK(form.rows[0].cells == Cells{"Title", "Notes"});
    CHECK(form.rows[1].cells == Cells{"PDR", "One.\n\nTwo."});
}

TEST_CASE("line ends of Windows and a byte order mark are no part of an answer", "[records]")
{
    auto const form = read("\xef\xbb\xbf### Title\r\n\r\nPDR  \r\n");
    CHECK(form.rows[0].cells == Cells{"Title"});
    CHECK(form.rows[1].cells == Cells{"PDR"});
}

TEST_CASE("what was not answered is empty", "[records]")
{
    CHECK(read("### A\n\n_No response_\n\n### B\n").rows[1].cells == Cells{"", ""});
}

TEST_CASE("what Markdown hides is no answer, on one line or on several", "[records]")
{
    CHECK(read("<!-- made by\nsss -->\n### A\n<!-- as in 2027 -->\nx\n  <!--\n### B\n-->\ny\n").rows[1].cells ==
          Cells{"x\ny"});
}

TEST_CASE("a comment within a line is a part of the answer", "[records]")
{
    CHECK(read("### A\nx <!-- y -->\n").rows[1].cells == Cells{"x <!-- y -->"});
}

TEST_CASE("within a fence nothing is a heading or a comment", "[records]")
{
    CHECK(read("### A\n````text\n### B\n```\n<!-- c\n````\n### D\nx\n").rows[0].cells == Cells{"A", "D"});
}

TEST_CASE("headings of other levels are text", "[records]")
{
    CHECK(read("### A\n## B\n#### C\n###D\n").rows[1].cells == Cells{"## B\n#### C\n###D"});
}

TEST_CASE("what stands before the first heading, and what is not closed, is a problem where it begins", "[records]")
{
    CHECK(problem_line("Hello\n### A\n") == 1);
    CHECK(problem_line("### A\n\n```\nx\n") == 3);
    CHECK(problem_line("### A\n<!-- x\n") == 2);
}

TEST_CASE("a form is known by its first heading, whatever is hidden before it", "[records]")
{
    CHECK(is_filled_form("\n### Title\n"));
    CHECK(is_filled_form("<!-- a -->\n<!-- b -->\n\n### Title\n"));
    CHECK_FALSE(is_filled_form("# Title\n"));
    CHECK_FALSE(is_filled_form("[[milestone]]\n"));
    CHECK_FALSE(is_filled_form("<!-- never closed ### x"));
    CHECK_FALSE(is_filled_form(""));
}

}  // namespace sss::filled_form_test
