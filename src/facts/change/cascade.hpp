#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// A milestone that must follow, because what it needs has moved.
struct Push {
    std::string id;
    std::string title;
    std::string because;  ///< title of the one that it needs and that holds it up most
    Date from;
    Date to;
};

/// One that needs what moved, directly or through others, and stays where it is.
struct Stays {
    enum class Why {
        in_order,   ///< it begins late enough
        rough,      ///< known too roughly to tell
        too_early,  ///< known roughly, and surely too early: only people can say when it comes instead
        undated,
        reached,     ///< already, before what it needs
        unreadable,  ///< its date, or its record
        circle,      ///< it needs itself
    };
    std::string id;
    std::string title;
    std::string because;
    Why why = Why::undated;
    std::optional<Date> date;
    int margin = 0;      ///< days from the last day of what it needs to its own first day
    bool exact = false;  ///< its date is: otherwise the margin is the least that it can be
};

struct Cascade {
    std::vector<Push> pushed;  ///< each after those that it needs
    std::vector<Stays> stays;  ///< likewise
};

/// What must follow when a milestone's date becomes `to`, so that no milestone begins before what it needs has ended.
/// Each is pushed by the least number of days that restores the order, and one that has margin uses that up first: as a
/// finish-to-start link is understood by planning programs. Only dates known to the day are pushed. One that is known
/// more roughly, or has no date, is told and passes on what it waits for; one that is given up waits for nothing.
Cascade cascade(Records const& records, std::string const& id, Date const& to);

}  // namespace sss
