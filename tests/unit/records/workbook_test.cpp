#include "records/sheet/workbook.hpp"

#include "records/sheet/number_format.hpp"

#include <map>

#include <catch2/catch.hpp>

namespace sss::workbook_test {
using Cells = std::vector<std::string>;
using Parts = std::map<std::string, std::string>;

namespace {

std::string sheet_of(std::string const& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

Parts workbook(std::string const& rows)
{
    return {{"xl/workbook.xml",
             "<workbook xmlns:r='x'><sheets><sheet name='Notes' state='hidden' r:id='r1'/><sheet name='Plan' "
             "r:id='r2'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id='r2' Target='worksheets/sheet2.xml'/></Relationships>"},
            {"xl/worksheets/sheet2.xml", sheet_of(rows)}};
}

std::variant<WorkbookSheet, CsvProblem> read(Parts const& parts)
{
    return read_workbook([&](std::string const& name) -> std::variant<std::optional<std::string>, CsvProblem> {
        auto const found = parts.find(name);
        return found == parts.end() ? std::nullopt : std::optional{found->second};
    });
}

WorkbookSheet sheet(Parts const& parts)
{
    auto const found = read(parts);
    if (auto const* problem = std::get_if<CsvProblem>(&found)) FAIL(problem->message);
    return std::get<WorkbookSheet>(found);
}

CsvProblem problem(Parts const& parts)
{
    auto const found = read(parts);
    REQUIRE(std::holds_alternative<CsvProblem>(found));
    return std::get<CsvProblem>(found);
}

}  // namespace

TEST_CASE("cells of every type are texts as CSV would have them", "[workbook]")
{
    auto parts = workbook(
        "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' "
        "t='inlineStr'><is><r><t>Pla</t></r><r><t>nned</t></r></is></c></row>"
        "<row r='3'><c r='A3' t='str'><f>1</f><v>a &amp; b</v></c><c r='C3' s='1'><v>46188</v></c><c "
        "r='D3'><v>2.5</v></c>"
        "<c r='E3' t='b'><v>1</v></c><c r='F3' t='d'><v>2026-06-15T00:00:00</v></c><c r='G3'><v>3.0</v></c></row>"
        "<row><c><v>7</v></c><c><v>8</v></c></row>");
    parts["xl/sharedStrings.xml"] =
        "<x:sst xmlns:x='y'><x:si><x:t>first</x:t></x:si><x:si><x:t xml:space='preserve"
        "'>Title</x:t><x:rPh><x:t>read so</x:t></x:rPh></x:si></x:sst>";
    parts["xl/styles.xml"] =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";

    auto const found = sheet(parts);
    CHECK(found.name == "Plan");
    CHECK(found.others.empty());
    REQUIRE(found.sheet.rows.size() == 3);
    CHECK(found.sheet.rows[0].cells == Cells{"Title", "Planned"});
    CHECK(found.sheet.rows[1].number == 3);
    CHECK(found.sheet.rows[1].cells == Cells{"a & b", "", "2026-06-15", "2.5", "true", "2026-06-15", "3"});
    CHECK(found.sheet.rows[2].number == 4);
    CHECK(found.sheet.rows[2].cells == Cells{"7", "8"});
}

TEST_CASE("what a workbook cannot mean is a problem at its row", "[workbook]")
{
    CHECK(problem(workbook("<row r='2'><c r='A2'><f>1+1</f></c></row>")).line == 2);
    CHECK(problem(workbook("<row r='2'><c r='A2' t='e'><v>#REF!</v></c></row>")).message == "A2 holds the error #REF!");
    CHECK(problem(workbook("<row r='2'><c r='A2' t='s'><v>5</v></c></row>")).line == 2);
    CHECK(problem(workbook("<row r='2'><c r='A2'><v>nan</v></c></row>")).line == 2);
    CHECK(problem(workbook("<row r='2'/><row r='2'/>")).message == "the rows of this sheet are out of order");
    CHECK(problem(workbook("<row r='1'><c r='B1'/><c r='A1'><v>1</v></c></row>")).message ==
          "the cells of this row are out of order");
    CHECK(problem(workbook("<row r='1'><c r='XFD1'><v>1</v></c></row>")).message ==
          "something stands beyond column 1000");
    CHECK(problem({}).line == 0);
    CHECK(problem({{"xl/workbook.xml", "no XML"}}).line == 0);
    auto no_sheet = workbook("");
    no_sheet.erase("xl/worksheets/sheet2.xml");
    CHECK(problem(no_sheet).line == 0);
    auto shared = workbook("<row r='1'><c r='A1' s='0'><v>60</v></c></row>");
    shared["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>";
    CHECK(problem(shared).message == "A1 holds a date that is none: 60");
}

TEST_CASE("cells that are merged over several rows are refused; over several columns they are one title", "[workbook]")
{
    auto merged = [](std::string const& range) {
        auto parts = workbook("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>");
        auto& xml = parts["xl/worksheets/sheet2.xml"];
        xml.insert(xml.find("</worksheet>"), "<mergeCells><mergeCell ref='" + range + "'/></mergeCells>");
        return parts;
    };

    CHECK(problem(merged("C2:C3")).line == 2);
    CHECK(problem(merged("C2:C3")).message == "the cells C2:C3 are merged, and only the first of them has a value");
    CHECK(sheet(merged("A1:F1")).sheet.rows.size() == 2);
    CHECK(sheet(merged("nonsense")).sheet.rows.size() == 2);
}

TEST_CASE("many far cells are refused before they take memory", "[workbook]")
{
    std::string rows;
    for (int i = 1; i <= 2100; ++i)
        rows += "<row r='" + std::to_string(i) + "'><c r='ALL" + std::to_string(i) + "'><v>1</v></c></row>";
    CHECK(problem(workbook(rows)).message == "this sheet has more than two million cells");
}

TEST_CASE("what is no archive is no workbook", "[workbook]")
{
    CHECK(is_zip("PK\x03\x04..."));
    CHECK_FALSE(is_zip("id,title\n"));
    for (std::string const bytes : {"", "PK\x03\x04", "id,title\n"}) {
        auto const found = read_workbook(std::string_view{bytes});
        REQUIRE(std::holds_alternative<CsvProblem>(found));
        CHECK(std::get<CsvProblem>(found).line == 0);
    }
}

TEST_CASE("a date is shown as exactly as its format shows it", "[workbook]")
{
    CHECK(shown_by("dd\\.mm\\.yyyy") == ShownAs::day);
    CHECK(shown_by("[$-41F]d\\ mmmm\\ yyyy;@") == ShownAs::day);
    CHECK(shown_by("mmm\\-yy") == ShownAs::month);
    CHECK(shown_by("yyyy") == ShownAs::year);
    CHECK(shown_by("dd/mm/yyyy hh:mm") == ShownAs::moment);
    CHECK(shown_by("[h]:mm") == ShownAs::time);
    for (auto const* number : {"General", "0.00", "#,##0 \"days\"", "[Red]0;[Blue]\\d0", "@", "0%", "_-* 0 _d"})
        CHECK(shown_by(number) == ShownAs::number);
    CHECK(shown_by(14) == ShownAs::day);
    CHECK(shown_by(17) == ShownAs::month);
    CHECK(shown_by(22) == ShownAs::moment);
    CHECK(shown_by(2) == ShownAs::number);

    CHECK(date_shown(46188, ShownAs::day, false) == "2026-06-15");
    CHECK(date_shown(46188.604166666664, ShownAs::day, false) == "2026-06-15");
    CHECK(date_shown(46188.604166666664, ShownAs::moment, false) == "2026-06-15T14:30:00");
    CHECK(date_shown(46188.999999999, ShownAs::moment, false) == "2026-06-16");
    CHECK(date_shown(46188, ShownAs::month, false) == "2026-06");
    CHECK(date_shown(46188, ShownAs::year, false) == "2026");
    CHECK(date_shown(44726, ShownAs::day, true) == "2026-06-15");
    CHECK(date_shown(1, ShownAs::day, false) == "1900-01-01");
    CHECK(date_shown(59, ShownAs::day, false) == "1900-02-28");
    CHECK(date_shown(61, ShownAs::day, false) == "1900-03-01");
    CHECK(date_shown(2958465, ShownAs::day, false) == "9999-12-31");
    for (auto const none : {60.0, 0.0, -1.0, 2958466.0, 1e300}) CHECK_FALSE(date_shown(none, ShownAs::day, false));
}

}  // namespace sss::workbook_test
