#include "records/csv.hpp"

#include "fuzz.hpp"

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
