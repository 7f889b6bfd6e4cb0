#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

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

    /// What its history tells of a record; see Computed.
    struct Past {
        std::optional<Day> since;         ///< the day on which it came on record; of an item, on which it was agreed
        std::optional<Day> last_changed;  ///< the day on which its last change landed
        std::optional<int> moves;         ///< of its plan, corrections not counted
    };
    /// How far a satellite has come.
    struct Progress {
        std::string phase;           ///< may be empty
        std::optional<int> percent;  ///< nothing: it has no milestones that count
    };

    /// Nothing where nobody asked, or where it was never committed.
    Past const* past_of(Table const& fields) const { return find_in(past_, fields); }
    Progress const* progress_of(Table const& fields) const { return find_in(progress_, fields); }
    void tell(Table const& fields, Past past) { past_.insert_or_assign(&fields, past); }
    void tell(Table const& fields, Progress progress) { progress_.insert_or_assign(&fields, std::move(progress)); }

private:
    template <typename What>
    static What const* find_in(std::map<Table const*, What> const& known, Table const& fields)
    {
        auto const found = known.find(&fields);
        return found == known.end() ? nullptr : &found->second;
    }

    Records const& records_;
    Day today_;
    std::set<Table const*> dropped_, repeated_;
    std::map<Table const*, Date> lost_;
    std::map<Table const*, Past> past_;
    std::map<Table const*, Progress> progress_;
};

}  // namespace sss
