#include "fuzz.hpp"
#include "records/sheet/sheet.hpp"
#include "records/sheet/sheet_dates.hpp"

#include <algorithm>
#include <variant>

using namespace sss;
using sss::fuzz::promise;

namespace {

std::string written(std::vector<CsvRow> const& rows)
{
    std::string text;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            text += i == 0 ? "\"" : ",\"";
            for (auto const c : row.cells[i]) text += c == '"' ? std::string{"\"\""} : std::string(1, c);
            text += '"';
        }
        text += '\n';
    }
    return text;
}

}  // namespace

/// The text of a table.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const text{reinterpret_cast<char const*>(data), size};
    for (auto const encoding :
         {TextEncoding::utf8, TextEncoding::utf16, TextEncoding::windows_1252, TextEncoding::windows_1254})
    {
        auto const sheet = read_sheet(text, encoding);
        if (auto const* problem = std::get_if<CsvProblem>(&sheet)) {
            promise(!problem->message.empty() && problem->line >= 1, "a problem says what is wrong, and where");
            continue;
        }
        SheetDates dates{std::nullopt};
        for (auto const& row : std::get<Sheet>(sheet).rows)
            for (auto const& cell : row.cells) dates.see(row.number, cell);
        for (auto const& row : std::get<Sheet>(sheet).rows)
            for (auto const& cell : row.cells) {
                auto const once = dates.read(cell);
                promise(dates.read(once) == once, "a date that was read reads as itself");
            }
    }
    auto const read = parse_csv(text);
    if (auto const* problem = std::get_if<CsvProblem>(&read)) {
        promise(!problem->message.empty() && problem->line >= 1, "a problem says what is wrong, and where");
        return 0;
    }
    auto const& rows = std::get<std::vector<CsvRow>>(read);
    std::uint32_t line = 0;
    for (auto const& row : rows) {
        promise(row.line > line, "rows stand one below the other");
        promise(!row.cells.empty(), "a row has a cell");
        line = row.line;
    }
    auto const again = parse_csv(written(rows));
    auto const* same = std::get_if<std::vector<CsvRow>>(&again);
    promise(same != nullptr && same->size() == rows.size(), "what is written in quotes reads the same");
    for (std::size_t i = 0; i < rows.size(); ++i)
        promise((*same)[i].cells == rows[i].cells, "what is written in quotes reads the same");
    return 0;
}
