#include "records/csv.hpp"

#include <catch2/catch.hpp>

namespace sss::csv_test {
using Rows = std::vector<std::vector<std::string>>;

namespace {

Rows cells_of(std::string_view text)
{
    auto const read = parse_csv(text);
    REQUIRE(std::holds_alternative<std::vector<CsvRow>>(read));
    Rows rows;
    for (auto const& row : std::get<std::vector<CsvRow>>(read)) rows.push_back(row.cells);
    return rows;
}

CsvProblem problem_of(std::string_view text)
{
    auto const read = parse_csv(text);
    REQUIRE(std::holds_alternative<CsvProblem>(read));
    return std::get<CsvProblem>(read);
}

}  // namespace

TEST_CASE("cells are divided by commas and rows by line ends", "[csv]")
{
    CHECK(cells_of("a,b\nc,\n,d") == Rows{{"a", "b"}, {"c", ""}, {"", "d"}});
    CHECK(cells_of("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(cells_of("").empty());
    CHECK(cells_of("a,\n") == Rows{{"a", ""}});
    CHECK(cells_of(",").empty());
}

TEST_CASE("quotes keep commas, line ends and quotes", "[csv]")
{
    CHECK(cells_of("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n\"\",x") ==
          Rows{{"a,b", "say \"hi\"", "two\r\nlines"}, {"", "x"}});
    CHECK(cells_of("5\" disk,x") == Rows{{"5\" disk", "x"}});
}

TEST_CASE("a byte order mark and empty lines are passed over, and rows know their lines", "[csv]")
{
    auto const rows =
        std::get<std::vector<CsvRow>>(parse_csv("\xef\xbb\xbf"
                                                "a\n\n\"x\ny\"\n\nz\n"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells == std::vector<std::string>{"a"});
    CHECK(rows[1].line == 3);
    CHECK(rows[2].line == 6);
}

TEST_CASE("a torn quote and bytes that are no text are told with their line", "[csv]")
{
    CHECK(problem_of("a\n\"b\nc").line == 2);
    CHECK(problem_of("a\n\"b\"c").line == 2);
    CHECK(problem_of("a\nb\xff").message == "this text is not UTF-8");
}

TEST_CASE("a row may end with a carriage return alone", "[csv]")
{
    CHECK(cells_of("id,title\rx1,X\rx2,Y\r") == Rows{{"id", "title"}, {"x1", "X"}, {"x2", "Y"}});
    CHECK(cells_of("id\rx1\nx2\r\nx3") == Rows{{"id"}, {"x1"}, {"x2"}, {"x3"}});
    CHECK(cells_of("\"a\"\r\"b\rc\"") == Rows{{"a"}, {"b\rc"}});
    CHECK(problem_of("a\rb\r\"c").line == 3);
    CHECK(problem_of("a\rb\xff").line == 2);
}

TEST_CASE("a row without a word in it is passed over, and the others keep their numbers", "[csv]")
{
    auto const rows = std::get<std::vector<CsvRow>>(parse_csv("id,title\n,,\nx1,X\n , \t,\n\"\",\n\nx2,Y\n,,,,\n"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells == std::vector<std::string>{"x1", "X"});
    CHECK(rows[1].number == 3);
    CHECK(rows[2].number == 7);
}

TEST_CASE("a text that a spreadsheet would take for a formula or for nothing is guarded, and comes back", "[csv]")
{
    CHECK(csv_guarded("=1+1") == "'=1+1");
    CHECK(csv_guarded("-5") == "'-5");
    CHECK(csv_guarded("'=x") == "''=x");
    CHECK(csv_guarded("") == "'");
    CHECK(csv_guarded("plain") == "plain");
    for (auto const* text : {"=x", "'=x", "''=x", "'", "''", "", " ", "\t", "\rx", "@a", "+1", "'x", "x'", "~", "-"})
        CHECK(csv_unguarded(csv_guarded(text)) == text);
    CHECK(csv_unguarded("'tis") == "'tis");

    CHECK(csv_guarded("a;=x") == "a;'=x");
    CHECK(csv_guarded(" =x") == "' =x");
    for (auto const* text : {"a;=x", "a;'=x", "a;''=x;b", "\t=x", "a\n-1", ";;@", " =x", "'=x;'=y", "；＝x", "a;"})
        CHECK(csv_unguarded(csv_guarded(text)) == text);
}

TEST_CASE("in a column of more than texts, what would be read as something else is guarded too", "[csv]")
{
    for (auto const* text : {"12", "1.5", "true", "[1]", "{ a = 1 }", "2018-04-25", " 7", "=x", "", " a", "a "}) {
        CHECK(csv_guarded_as_text(text) == std::string{"'"} + text);
        CHECK(csv_guarded_text(csv_guarded_as_text(text)) == text);
    }
    CHECK(csv_guarded_as_text("plain text") == "plain text");
    CHECK_FALSE(csv_guarded_text("12"));
    CHECK_FALSE(csv_guarded_text("'tis"));
}

}  // namespace sss::csv_test
