#include "reports/moment.hpp"

#include "reports/state.hpp"

#include <utility>
#include <vector>

namespace sss {

Moment::Moment(Records const& records, Day today) : records_(records), today_(today)
{
    Fates fates;
    for (auto const& record : records.of("satellite"))
        if (record.document.problems.empty()) fates.hear(read_satellite(record.id, record.fields(), records.zone()));
    std::vector<std::pair<Milestone, Table const*>> milestones;
    for (auto const& record : records.of("milestone")) {
        if (!record.document.problems.empty()) continue;
        milestones.emplace_back(read_milestone(record.id, record.fields(), records.zone()), &record.fields());
        fates.hear(milestones.back().first);
    }
    for (auto& [milestone, fields] : milestones) {
        fates.mark(milestone);
        if (milestone.dropped) dropped_.insert(fields);
        if (!milestone.repeated_by.empty()) repeated_.insert(fields);
    }
}

}  // namespace sss
