#pragma once

#include "facts/standard_records.hpp"
#include "programme/value.hpp"
#include "records/records.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The part of a programme that a report is asked for. An empty list asks for all; in a list of satellites or
/// organisations an empty id asks for what belongs to none.
struct Narrowing {
    std::vector<std::string> satellites;
    std::vector<std::string> organisations;
    std::vector<std::string> kinds;

    bool any() const { return !satellites.empty() || !organisations.empty() || !kinds.empty(); }
};

/// Which records a narrowed report tells of.
///
/// A milestone belongs to its satellite, or else to none: the programme's own. It belongs to its owner. A meeting
/// belongs to every satellite that it names or on whose milestones it decides, and to every organisation that holds it,
/// takes part in it or has an action from it; an action belongs to its owner alone. A satellite belongs to itself, to
/// its lead and to its partners; an organisation to itself. A record of another kind belongs to whatever satellites and
/// organisations it names. What belongs to an organisation belongs to its parents too.
class Belongs {
public:
    /// @param whole  the state before narrowing; must outlive this
    Belongs(Narrowing const& narrowing, StandardRecords const& whole);

    bool narrowed() const { return satellites_.asked || organisations_.asked || !kinds_.empty(); }
    bool kind(std::string_view kind) const { return kinds_.empty() || kinds_.contains(kind); }

    /// By satellites and organisations; kinds are not asked.
    bool part(Milestone const& milestone) const;
    bool part(Meeting const& meeting) const;
    bool part(Satellite const& satellite) const;
    /// An action of a meeting of these parts.
    bool part(ActionItem const& action) const;
    /// Whether the record is one of these satellites'; organisations are not asked, as the items that it holds have
    /// owners of their own.
    bool satellites_of(Kind const& kind, std::string const& id, Table const& fields) const;
    /// Any record, as it stands or stood.
    bool part(Kind const& kind, std::string const& id, Table const& fields) const;

    bool record(Kind const& kind, std::string const& id, Table const& fields) const
    {
        return this->kind(kind.name) && part(kind, id, fields);
    }

private:
    struct Wanted {
        bool asked = false;
        std::set<std::string, std::less<>> ids;

        bool fits(std::string_view id) const { return !asked || ids.contains(id); }
        bool fits_any(std::vector<std::string> const& all) const;
    };

    StandardRecords const& whole_;
    Wanted satellites_;
    Wanted organisations_;
    std::set<std::string, std::less<>> kinds_;
};

/// What of the state belongs there: the records of its kinds, and of each meeting the actions.
StandardRecords narrowed(StandardRecords const& whole, Belongs const& belongs, Records const& records);

}  // namespace sss
