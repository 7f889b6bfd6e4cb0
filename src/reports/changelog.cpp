#include "reports/changelog.hpp"

#include "history/net.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace sss {

namespace {

struct Stretch {
    Period period;
    std::size_t from, to;  ///< into History::changes, then into Changelog::changes
};

/// Changes are in the order of landing, and a clock that runs backward must not open a period twice: the stretches
/// are gathered by period.
std::vector<std::pair<Period, std::vector<Change>>> by_period(History const& history, Zone const& zone, PeriodSort sort,
                                                              std::chrono::weekday week_start,
                                                              ChangelogStretch const& told)
{
    std::vector<std::pair<Period, std::vector<Change>>> periods;
    for (auto const& change : history.changes) {
        auto const day = zone.day_of(history.commits[change.commit].landed_at);
        if (change.commit < told.first_commit || (told.first && day < *told.first) || (told.last && *told.last < day))
            continue;
        auto found = std::ranges::find_if(periods.rbegin(), periods.rend(),
                                          [day](auto const& one) { return one.first.contains(day); });
        if (found == periods.rend()) {
            periods.emplace_back(period_of(day, sort, week_start), std::vector<Change>{});
            found = periods.rbegin();
        }
        found->second.push_back(change);
    }
    std::ranges::stable_sort(periods, std::greater{}, [](auto const& one) { return one.first.first; });
    return periods;
}

}  // namespace

Changelog make_changelog(History const& history, Zone const& zone, PeriodSort sort, bool steps, int correction_days,
                         std::chrono::weekday week_start, ChangelogStretch const& told)
{
    Changelog changelog;
    changelog.moves = moves(history, correction_days);
    std::vector<Stretch> stretches;
    for (auto& [period, changes] : by_period(history, zone, sort, week_start, told)) {
        auto const from = changelog.changes.size();
        auto kept = steps ? std::move(changes) : net_changes(changes);
        std::ranges::move(kept, std::back_inserter(changelog.changes));
        if (changelog.changes.size() > from) stretches.push_back({period, from, changelog.changes.size()});
    }
    for (auto const& stretch : stretches) {
        auto const all = std::span{changelog.changes}.subspan(stretch.from, stretch.to - stretch.from);
        ChangelogGroup group{stretch.period, change_facts(all, changelog.moves)};
        // Within a category the order of landing stands: it is the order in which things were learned.
        std::ranges::stable_sort(group.changes, {}, &ChangeFacts::category);
        changelog.groups.push_back(std::move(group));
    }
    return changelog;
}

}  // namespace sss
