#include "facts/change/difference.hpp"

#include "facts/change/new_findings.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace sss {

std::map<std::string, std::string> moved_files(std::span<Change const> changes, Records const& before,
                                               Records const& after)
{
    std::map<std::string, std::string> moved;
    for (auto const& change : changes) {
        if (change.former_id.empty()) continue;
        auto const* old = before.find(change.record.kind->name, change.former_id);
        auto const* now = after.find(change.record.kind->name, change.record.id);
        if (old == nullptr || now == nullptr) continue;
        auto const& kind = change.record.kind->name;
        moved[old->path()] = now->path();
        moved[kind + '/' + old->id] = kind + '/' + now->id;
    }
    return moved;
}

FindingsChange findings_change(std::vector<Finding> const& before, std::vector<Finding> after, Weakening weakening,
                               std::span<Change const> changes, Records const& records_before,
                               Records const& records_after)
{
    auto const moved = moved_files(changes, records_before, records_after);
    auto found = new_findings(before, std::move(after), moved);
    FindingsChange change{std::move(found.appeared), found.mended};
    add_weakening(change.appeared, std::move(weakening), before, moved);
    std::ranges::stable_sort(change.appeared, {}, &Finding::severity);
    return change;
}

}  // namespace sss
