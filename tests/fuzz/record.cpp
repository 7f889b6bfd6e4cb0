#include "fuzz.hpp"
#include "programme/kind.hpp"
#include "records/document.hpp"
#include "records/write.hpp"
#include "records/write_format.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <set>

using namespace sss;
using sss::fuzz::promise;

/// The text of a record: read in both ways, and laid out where it is sound.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const text{reinterpret_cast<char const*>(data), size};
    Table values;
    auto const sound = parse_values(text, values);
    auto const document = parse_document("data/x.toml", text);
    promise(sound == document.problems.empty(), "both ways of reading agree on what is sound");
    auto const lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n') + 1);
    std::set<std::pair<Place, std::string>> told;
    for (auto const& problem : document.problems) {
        promise(problem.place.line >= 1 && problem.place.line <= lines, "a problem stands within the file");
        promise(told.insert({problem.place, problem.message.text()}).second, "no problem is told twice");
    }
    if (!sound) return 0;
    promise(document.whole && values == document.root, "both ways of reading find the same");

    static Kind const kind;
    Table again;
    promise(parse_values(write_record(values, kind), again) && again == values,
            "a record that is written reads the same");
    std::string once;
    try {
        once = canonical(text, kind);
    } catch (Error const&) {
        promise(!document.newer.empty(), "what is TOML 1.0 can be laid out");
        return 0;
    }
    promise(parse_values(once, again) && again == values, "the layout keeps every value");
    promise(canonical(once, kind) == once, "the layout of the layout is the layout");
    return 0;
}
