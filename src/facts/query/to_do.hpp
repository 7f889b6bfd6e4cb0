#pragma once

#include "facts/query/items.hpp"
#include "facts/query/moment.hpp"
#include "facts/query/narrowing.hpp"

#include <string>
#include <vector>

namespace sss {

/// Something that waits for somebody: a milestone or another dated record, a meeting, or an item of a record that is
/// due.
struct ToDo {
    enum class Sort : std::uint8_t {
        reach,  ///< a record with a plan, to be reached on a day
        hold,   ///< a meeting
        close,  ///< an item that is due
    };
    Sort sort;
    std::string kind;  ///< "milestone", "action"
    std::string id;    ///< as it is typed: of an item MEETING#a1
    std::string title;
    std::string owner;  ///< an organisation's id; empty: nobody is named
    Date date;          ///< for when it is planned, or due
    int late = 0;       ///< days since the last day of that; 0: it has not passed
};

/// What has waited for longer than it should, the longest first, and what comes, by date.
struct ToDos {
    std::vector<ToDo> overdue;
    std::vector<ToDo> coming;
};

/// @param belongs  to the part that is asked for
/// @param days     so far ahead is looked
ToDos to_dos(Moment const& moment, std::span<Kind const* const> kinds, Belongs const& belongs, int days);

}  // namespace sss
