#include "work/minutes/minutes.hpp"

#include "fuzz.hpp"
#include "records/document.hpp"
#include "work/minutes/form.hpp"
#include "work/minutes/reading.hpp"
#include "world.hpp"

#include <chrono>
#include <string>

using namespace sss;
using sss::fuzz::promise;

/// Minutes as somebody wrote them, of a meeting of the programme's own.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const& tree = fuzz::world();
    std::string const text{reinterpret_cast<char const*>(data), size};
    auto const& meeting = *tree.records.find(kinds::meeting, "2017-01-contract-signing");
    ItemSorts const sorts{tree.layout().kinds()};
    auto const sections = minutes_sections(sorts, *meeting.kind);
    for (auto const& item : read_minutes(text, sections, meeting).items) {
        promise(item.section != nullptr && item.line >= 1, "an item stands in a part, at a line");
        for (auto const& cell : item.cells)
            promise(cells_of_line(form_cell(cell)) == std::vector{cell}, "a cell reads as it is written");
    }
    Outside outside;
    outside.now = [] { return std::chrono::sys_days{std::chrono::year{2018} / 5 / 1}; };
    try {
        for (auto const& [path, made] : rewriting_for(tree, MinutesRequest{meeting.id, text, "minutes"}, outside).texts)
        {
            Table said;
            promise(made && parse_values(*made, said), "what is made of minutes is a record that can be read");
        }
    } catch (UsageError const& error) {
        promise(!std::string{error.what()}.empty(), "what cannot be taken is told");
    }
    return 0;
}
