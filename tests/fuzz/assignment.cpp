#include "work/change/assignment.hpp"

#include "fuzz.hpp"
#include "records/document.hpp"
#include "support/error.hpp"
#include "world.hpp"

using namespace sss;
using sss::fuzz::promise;

/// What stands behind `sss set ID`: the change it makes of every record of the programme.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const word{reinterpret_cast<char const*>(data), size};
    auto const& tree = fuzz::world();
    std::optional<Assignment> assignment;
    try {
        assignment = read_assignment(word);
    } catch (UsageError const&) {
        return 0;
    }
    promise(!assignment->path.empty(), "an assignment names a field");
    std::size_t seen = 0;
    for (auto const& record : tree.records.all()) {
        if (++seen % 8 != 0) continue;  // some of each kind
        std::vector<std::string> problems;
        auto const edits = edits_of(*assignment, tree.schema(*record.kind), record.fields(), tree.records, problems);
        if (!problems.empty()) continue;
        auto table = record.fields();
        auto text = record.text;
        try {
            for (auto const& edit : edits) {
                table = applied(std::move(table), edit);
                text = edited(text, *record.kind, edit);
            }
        } catch (Error const&) {
            continue;
        }
        Table said;
        promise(parse_values(text, said) && said == table, "the file says what the change says");
    }
    return 0;
}
