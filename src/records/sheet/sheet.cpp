#include "records/sheet/sheet.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sss {

namespace {

constexpr std::array separators{',', ';', '\t'};
constexpr std::size_t rows_compared = 10;

/// The separator that a first line names, and the line goes: "sep=;".
std::optional<char> taken_separator(std::string_view& text)
{
    auto const end = std::min(text.find_first_of("\r\n"), text.size());
    auto line = text.substr(0, end);
    if (line.starts_with('"') && line.ends_with('"') && line.size() > 1) line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || !(line.starts_with("sep=") || line.starts_with("SEP="))) return std::nullopt;
    auto const separator = line.back();
    if (std::ranges::find(separators, separator) == separators.end()) return std::nullopt;
    text.remove_prefix(end);
    text.remove_prefix(std::min<std::size_t>(text.starts_with("\r\n") ? 2 : 1, text.size()));
    return separator;
}

/// How well a separator divides the first rows: how many of them it gives as many cells as the header, then how many
/// cells those are.
std::pair<std::size_t, std::size_t> fitness(std::string_view text, char separator)
{
    auto const read = parse_csv(text, separator, rows_compared);
    auto const* rows = std::get_if<std::vector<CsvRow>>(&read);
    if (rows == nullptr || rows->empty() || rows->front().cells.size() < 2) return {0, 0};
    auto const cells = rows->front().cells.size();
    auto const same = std::ranges::count_if(*rows, [&](CsvRow const& row) { return row.cells.size() == cells; });
    return {static_cast<std::size_t>(same), cells};
}

char separator_of(std::string_view text)
{
    auto best = separators.front();
    auto fits = fitness(text, best);
    for (auto const separator : {';', '\t'}) {
        auto const its = fitness(text, separator);
        // Heads of columns hold commas at times, and the other signs hardly ever.
        if (its.first > 0 && its >= fits) {
            best = separator;
            fits = its;
        }
    }
    return best;
}

}  // namespace

std::variant<Sheet, CsvProblem> read_sheet(std::string_view bytes, TextEncoding said)
{
    auto decoded = as_utf8(bytes, said);
    if (auto* problem = std::get_if<CsvProblem>(&decoded)) return std::move(*problem);
    std::string_view text = std::get<std::string>(decoded);
    Sheet sheet;
    auto const named = taken_separator(text);
    sheet.separator = named ? *named : separator_of(text);
    auto read = parse_csv(text, sheet.separator);
    if (auto* problem = std::get_if<CsvProblem>(&read)) return std::move(*problem);
    sheet.rows = std::move(std::get<std::vector<CsvRow>>(read));
    return sheet;
}

}  // namespace sss
