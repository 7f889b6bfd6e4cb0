#include "rules/look_back.hpp"

#include "history/trailers.hpp"

#include <utility>

namespace sss {

History pending(std::vector<Change> changes, std::chrono::sys_seconds now)
{
    return landed({}, now, std::move(changes));
}

History landed(git::Commit commit, std::chrono::sys_seconds when, std::vector<Change> changes)
{
    History history;
    if (changes.empty()) return history;
    auto [reason, correction] = grounds(commit.message);
    auto const id = commit.id;
    history.commits.push_back({std::move(commit), id, when, std::move(reason), correction});
    for (auto& change : changes) {
        change.commit = 0;
        for (auto& member : change.members) member.commit = 0;
    }
    history.changes = std::move(changes);
    return history;
}

JudgedHistory whole_past(History history)
{
    JudgedHistory judged;
    judged.is_judged.assign(history.commits.size(), true);
    judged.history = std::move(history);
    return judged;
}

}  // namespace sss
