#include "facts/query/moment.hpp"

#include "facts/standard_records.hpp"

#include <cstddef>

namespace sss {

Moment::Moment(Records const& records, Day today) : records_(records), today_(today)
{
    auto const milestones = read_milestones(records);
    auto const of = records.of(kinds::milestone);
    for (std::size_t i = 0; i < milestones.size(); ++i) {
        if (milestones[i].dropped) dropped_.insert(&of[i].fields());
        if (!milestones[i].repeated_by.empty()) repeated_.insert(&of[i].fields());
    }
    for (auto const& record : records.of(kinds::satellite))
        if (auto const on = lost_at_launch(milestones, record.id)) lost_.emplace(&record.fields(), *on);
}

}  // namespace sss
