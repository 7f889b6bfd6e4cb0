#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"

#include <map>
#include <set>

namespace sss {

/// All records of one moment, and its day: what the words of StateWord are judged by. Some of them hang on other
/// records than the one that they are said of. The records must outlive it.
class Moment {
public:
    Moment(Records const& records, Day today);

    Records const& records() const { return records_; }
    Day today() const { return today_; }

    /// What is known of these fields of a record, as Milestone::dropped and Milestone::repeated_by say it.
    bool is_dropped(Table const& fields) const { return dropped_.contains(&fields); }
    bool is_repeated(Table const& fields) const { return repeated_.contains(&fields); }

    /// When the launch of the satellite with these fields failed, where no other followed and nothing says that it was
    /// ever in orbit; nullptr: it is not lost.
    Date const* lost_on(Table const& fields) const
    {
        auto const found = lost_.find(&fields);
        return found != lost_.end() ? &found->second : nullptr;
    }

private:
    Records const& records_;
    Day today_;
    std::set<Table const*> dropped_, repeated_;
    std::map<Table const*, Date> lost_;
};

}  // namespace sss
