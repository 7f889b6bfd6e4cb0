#include "records/sheet/sheet.hpp"

#include "records/sheet/sheet_dates.hpp"

#include <catch2/catch.hpp>

namespace sss::sheet_test {
using namespace std::string_literals;
using Cells = std::vector<std::string>;

namespace {

Sheet read(std::string const& bytes, TextEncoding said = TextEncoding::utf8)
{
    auto const sheet = read_sheet(bytes, said);
    REQUIRE(std::holds_alternative<Sheet>(sheet));
    return std::get<Sheet>(sheet);
}

CsvProblem problem(std::string const& bytes, TextEncoding said = TextEncoding::utf8)
{
    auto const sheet = read_sheet(bytes, said);
    REQUIRE(std::holds_alternative<CsvProblem>(sheet));
    return std::get<CsvProblem>(sheet);
}

/// What the cells of a column are read as; where they are not, what is said of it.
Cells dates(Cells const& column, std::optional<DateOrder> said = std::nullopt)
{
    SheetDates dates{said};
    std::uint32_t row = 1;
    for (auto const& cell : column) dates.see(++row, cell);
    auto read = dates.problems();
    if (read.empty())
        for (auto const& cell : column) read.push_back(dates.read(cell));
    return read;
}

}  // namespace

TEST_CASE("the separator is the one that divides the rows", "[sheet]")
{
    CHECK(read("a,b\n1,2\n").separator == ',');
    CHECK(read("a;b;c\n1,5;2;3\n").separator == ';');
    CHECK(read("a\tb\n1;2\t3,4\n").separator == '\t');
    CHECK(read("Title;Depends on, or not\nA, B and C;x\n").separator == ';');
    CHECK(read("alone\n1;2\n").separator == ',');
    CHECK(read("\"a;b\",c\n\"1;2;3\",4\n").separator == ',');
    auto const named = read("sep=;\r\na;b\r\n\r\n1;2\r\n");
    CHECK(named.separator == ';');
    CHECK(named.rows.size() == 2);
    CHECK(named.rows[0].number == 1);
    CHECK(named.rows[1].number == 3);
    CHECK(named.rows[1].cells == Cells{"1", "2"});
}

TEST_CASE("a text is read in the encoding that it says, or that is said", "[sheet]")
{
    CHECK(read("\xef\xbb\xbf\xc5\x9f;b\n").rows[0].cells == Cells{"ş", "b"});
    CHECK(read("\xff\xfe\x5f\x01,\0b\0\n\0"s).rows[0].cells == Cells{"ş", "b"});
    CHECK(read("\xfe\xff\x01\x5f\0,\xd8\x3d\xde\x00\0\n"s).rows[0].cells == Cells{"ş", "😀"});
    CHECK(read("a\0,\0b\0"s, TextEncoding::utf16).rows[0].cells == Cells{"a", "b"});
    CHECK(read("\xd0\xdd\xde\xf0\xfd\xfe\xe7;\x80", TextEncoding::windows_1254).rows[0].cells == Cells{"ĞİŞğışç", "€"});
    CHECK(read("\xd0\xe4;\x9e", TextEncoding::windows_1252).rows[0].cells == Cells{"Ðä", "ž"});
    CHECK(read("\xef\xbb\xbfş,b", TextEncoding::windows_1254).rows[0].cells == Cells{"ş", "b"});

    CHECK(problem("a,b\nc\xfe,d\n").line == 2);
    CHECK(problem("a,b\nc,\x81\n", TextEncoding::windows_1252).line == 2);
    CHECK(problem("\xff\xfe\x41"s).message == "this text is cut, or no UTF-16");
    CHECK(problem("\xff\xfe\x3d\xd8\x41\0"s).message == "this text is cut, or no UTF-16");
}

TEST_CASE("a column of dates is read by the one order that fits all of it", "[sheet]")
{
    CHECK(dates({"06/07/2026", "13/07/2026"}) == Cells{"2026-07-06", "2026-07-13"});
    CHECK(dates({"06/07/2026", "07/13/2026"}) == Cells{"2026-06-07", "2026-07-13"});
    CHECK(dates({"15.6.2026", "06.07.2026 00:00:00"}) == Cells{"2026-06-15", "2026-07-06"});
    CHECK(dates({"2026/6/5", "2026-06-15", "2026.06.01"}) == Cells{"2026-06-05", "2026-06-15", "2026-06-01"});
    CHECK(dates({"05/05/2026", "6/2026", "2026/7"}) == Cells{"2026-05-05", "2026-06", "2026-07"});
    CHECK(dates({"2026-Q2", "2026", "2026-06-01/2026-06-10", "", " soon ", "2026-06~"}) ==
          Cells{"2026-Q2", "2026", "2026-06-01/2026-06-10", "", "soon", "2026-06~"});
    CHECK(dates({"۲۰۲۶/۰۶/۱۵", "٢٠٢٦-٠٦-١٦"}) == Cells{"2026-06-15", "2026-06-16"});
    CHECK(dates({"31/31/2026", "30/02/2026"}) == Cells{"31/31/2026", "30/02/2026"});
}

TEST_CASE("an order that nobody can know is asked for", "[sheet]")
{
    CHECK(dates({"2026-01-01", "06/07/2026"}) ==
          Cells{"row 3: 06/07/2026 may be 2026-07-06 or 2026-06-07; say which with --date-format dd/mm/yyyy or "
                "mm/dd/yyyy"});
    CHECK(dates({"06/07/2026"}, DateOrder::month_first) == Cells{"2026-06-07"});
    CHECK(dates({"13/07/2026", "07/13/2026"}) ==
          Cells{"the day stands first in row 2 (13/07/2026), and the month in row 3 (07/13/2026); write one of them "
                "otherwise, best as in 2026-06-15"});
    CHECK(dates({"13/07/2026"}, DateOrder::month_first) ==
          Cells{"row 2: 13/07/2026 is no date in the order month, day, year"});
    CHECK(dates({"06.07.26"}) ==
          Cells{"row 2: 06.07.26 has a year of two digits; say in what order it stands, as in --date-format dd.mm.yy"});
    CHECK(dates({"06.07.26"}, DateOrder::day_first) == Cells{"2026-07-06"});
    CHECK(dates({"26/07/06"}, DateOrder::year_first) == Cells{"2026-07-06"});
    CHECK(
        dates({"۱۴۰۵/۰۳/۲۵", "2569-06-15"}) ==
        Cells{"row 2: ۱۴۰۵/۰۳/۲۵ has the year 1405, which is of another calendar; write the date in the Gregorian one",
              "row 3: 2569-06-15 has the year 2569, which is of another calendar; write the date in the Gregorian "
              "one"});
}

TEST_CASE("a format is the order of its letters", "[sheet]")
{
    CHECK(read_date_format("dd.mm.yyyy") == DateOrder::day_first);
    CHECK(read_date_format("M/D/YY") == DateOrder::month_first);
    CHECK(read_date_format("yyyy-mm-dd") == DateOrder::year_first);
    CHECK(read_date_format("dmy") == DateOrder::day_first);
    for (auto const* wrong : {"", "dd.mm", "ydm", "dd.mm.yyyy hh", "dmyd", "%d.%m.%Y"})
        CHECK_FALSE(read_date_format(wrong));
}

}  // namespace sss::sheet_test
