#include "reports/difference.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// Where the files of renamed records stand now.
std::map<std::string, std::string> moved_files(std::span<Change const> changes, Records const& before,
                                               Records const& after)
{
    std::map<std::string, std::string> moved;
    for (auto const& change : changes) {
        if (change.former_id.empty()) continue;
        auto const* old = before.find(change.record.kind->name, change.former_id);
        auto const* now = after.find(change.record.kind->name, change.record.id);
        if (old != nullptr && now != nullptr) moved[old->path()] = now->path();
    }
    return moved;
}

/// What of a message tells one finding of a file from another. That a date changes on which two milestones contradict
/// each other makes no other contradiction: which two they are counts.
std::string gist(Finding const& finding)
{
    auto const& message = finding.message;
    auto const from = message.find('"');
    if (finding.rule != "dependency-order" || from == std::string::npos) return message;
    return message.substr(from, message.rfind('"') + 1 - from);
}

}  // namespace

FindingsChange findings_change(std::vector<Finding> before, std::vector<Finding> after, std::span<Change const> changes,
                               Records const& records_before, Records const& records_after)
{
    using Same = std::tuple<std::string, std::string, std::string>;
    auto const moved = moved_files(changes, records_before, records_after);
    std::map<Same, std::size_t> known;
    for (auto& finding : before) {
        auto const now = moved.find(finding.file);
        ++known[{finding.rule, now == moved.end() ? finding.file : now->second, gist(finding)}];
    }
    FindingsChange change;
    for (auto& finding : after) {
        auto const old = known.find({finding.rule, finding.file, gist(finding)});
        if (old != known.end() && old->second > 0)
            --old->second;
        else
            change.appeared.push_back(std::move(finding));
    }
    for (auto const& [same, left] : known) change.mended += left;
    std::ranges::stable_sort(change.appeared, {}, &Finding::severity);
    return change;
}

}  // namespace sss
