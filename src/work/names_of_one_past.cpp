#include "work/names_of_one_past.hpp"

#include "facts/change/record_thread.hpp"
#include "history/first_parent_line.hpp"
#include "history/history.hpp"
#include "work/opening.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace sss {

namespace {

using Names = std::vector<std::pair<std::string, std::string>>;

/// Every name in the thread of who was called so.
Names names_in(RecordThread const& thread)
{
    std::set<std::pair<std::string, std::string>> names;
    for (auto const& change : thread.changes) {
        names.emplace(change.record.kind->name, change.record.id);
        if (!change.former_id.empty()) names.emplace(change.record.kind->name, change.former_id);
    }
    return {names.begin(), names.end()};
}

History whole_past(ProgrammeRequest const& programme, std::string const& revision, Configuration const& configuration)
{
    auto found = find_repository(programme);
    if (!found) return {};
    auto const repository = open_repository(programme, std::move(found));
    // Half a past would name the wrong record; whoever asked has only mistyped, most likely.
    if (repository.is_shallow()) return {};
    auto const tip = revision.empty() ? repository.head() : std::optional{repository.resolve(revision)};
    if (!tip) return {};
    FirstParentLine const line{repository, *tip, configuration.zone};
    return read_history(repository, configuration.layout, line, *tip);
}

struct KnownPast {
    explicit KnownPast(History read) : history(std::move(read))
    {
        for (auto const& change : history.changes) {
            ids.insert(change.record.id);
            if (!change.former_id.empty()) ids.insert(change.former_id);
        }
    }

    History history;
    std::set<std::string, std::less<>> ids;  ///< that a record ever had
};

}  // namespace

NamesOfOnePast names_of_one_past(ProgrammeRequest const& programme, std::string const& revision,
                                 Configuration const& configuration)
{
    auto const known = std::make_shared<std::optional<KnownPast>>();
    return [programme, revision, &configuration, known](std::string_view kind, std::string_view id) -> Names {
        if (!*known) *known = KnownPast{whole_past(programme, revision, configuration)};
        // Most names that nobody bears were never borne.
        if (!(*known)->ids.contains(id)) return {};
        auto const typed = kind.empty() ? std::string{id} : std::string{kind} + '/' + std::string{id};
        return names_in(thread_of((*known)->history, typed));
    };
}

}  // namespace sss
