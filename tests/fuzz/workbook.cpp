#include "records/sheet/workbook.hpp"

#include "fuzz.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

using namespace sss;
using sss::fuzz::promise;

namespace {

void keeps_its_promises(std::variant<WorkbookSheet, CsvProblem> const& read)
{
    if (auto const* problem = std::get_if<CsvProblem>(&read)) {
        promise(!problem->message.empty() && !problem->help.empty(), "a problem says what is wrong, and what to do");
        return;
    }
    std::uint32_t last = 0;
    for (auto const& row : std::get<WorkbookSheet>(read).sheet.rows) {
        promise(row.number > last, "rows stand one below the other");
        promise(!row.cells.empty(), "a row that holds nothing is passed over");
        last = row.number;
    }
}

}  // namespace

/// The parts of a workbook with a line "====" between: the sheet, the shared strings, the styles, the workbook itself.
/// And the same bytes as an archive.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const all{reinterpret_cast<char const*>(data), size};
    keeps_its_promises(read_workbook(all));
    constexpr std::string_view between{"\n====\n"};
    std::array<std::string_view, 4> texts;
    auto rest = all;
    for (auto& text : texts) {
        auto const end = rest.find(between);
        text = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + between.size());
    }
    keeps_its_promises(
        read_workbook([&](std::string const& name) -> std::variant<std::optional<std::string>, CsvProblem> {
            static constexpr std::array<std::string_view, 3> parts{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                                                   "xl/styles.xml"};
            for (std::size_t i = 0; i < parts.size(); ++i)
                if (name == parts[i]) return std::string{texts[i]};
            if (name == "xl/_rels/workbook.xml.rels")
                return "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>";
            if (name != "xl/workbook.xml") return std::nullopt;
            return texts[3].empty() ? "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"
                                    : std::string{texts[3]};
        }));
    return 0;
}
