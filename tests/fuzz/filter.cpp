#include "facts/query/filter.hpp"

#include "facts/query/field_pattern.hpp"
#include "fuzz.hpp"
#include "world.hpp"

using namespace sss;
using sss::fuzz::promise;

/// A filter, a field path and a pattern of fields all at once, read for each kind.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const text{reinterpret_cast<char const*>(data), size};
    auto const& tree = fuzz::world();
    auto const& kinds = tree.layout().kinds();
    auto const within = [&](TextProblem const& problem) {
        promise(!problem.message.empty(), "a problem says what is wrong");
        promise(problem.offset + problem.length <= text.size(), "a problem stands within the text");
    };
    FieldPattern const pattern{text};
    Moment const moment{tree.records, *parse_day("2023-04-20")};
    for (auto const* kind : kinds) {
        FilterWorld const world{*kind, kinds, moment};
        auto const filter = Filter::read(text, world);
        if (auto const* problem = std::get_if<TextProblem>(&filter))
            within(*problem);
        else
            for (auto const& record : tree.records.of(*kind)) std::get<Filter>(filter).matches(record);
        auto const path = read_field_path(text, *kind, kinds);
        if (auto const* problem = std::get_if<TextProblem>(&path))
            within(*problem);
        else
            for (auto const& record : tree.records.of(*kind)) values_of(std::get<sss::FieldPath>(path), record, moment);
        pattern.known_to(*kind);
    }
    return 0;
}
