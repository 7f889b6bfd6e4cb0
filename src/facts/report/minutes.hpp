#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// A meeting as the period tells of it.
struct MeetingNews {
    enum class Why : std::uint8_t {
        held,           ///< in the period, or by its plan it was to be
        recorded_late,  ///< before it, and first written down in it
        completed,      ///< it was told before; minutes came in the period, or the word that it was held
    };
    Why why = Why::held;
    std::string id;
    std::string title;
    std::string place;  ///< "Ankara, TR"; empty where it is not known
    std::string venue;  ///< likewise, and the chair
    std::string chair;
    std::optional<RoughCount> attendance;
    std::vector<Speaker> speakers;  ///< their organisations by name
    std::optional<Date> on;
    bool under_way = false;           ///< by its days it has begun and not ended
    bool held = false;                ///< somebody recorded that it was; else its days are a plan
    Rids rids;                        ///< less those that were told before the period; below 0: put right since
    std::vector<Decision> decisions;  ///< without those that were told before
    std::vector<ActionItem> actions;  ///< likewise
    std::optional<Source> source;     ///< of what was recorded late or completed
};

struct Meetings {
    std::vector<MeetingNews> news;    ///< by date
    std::vector<MeetingNews> coming;  ///< begin within the upcoming days; by date
};

Meetings meetings(ReportBasis const& basis);

/// An action where it stands today.
struct ActionStanding {
    std::string meeting;  ///< its id
    std::string meeting_title;
    ActionItem item;
    std::string owner_name;          ///< empty: nobody named
    std::optional<Date> since;       ///< the meeting's beginning
    std::optional<int> age;          ///< days since then, until it was closed
    int overdue = 0;                 ///< days since it was due, until it was closed; 0: not overdue
    bool recorded_late = false;      ///< of a closed one: it was closed before the period and written down in it; of an
                                     ///< opened one: likewise agreed
    std::optional<Date> was_closed;  ///< of a re-opened one
};

struct OwnersActions {
    std::string owner;  ///< an organisation's id; empty: nobody named
    std::string name;
    std::vector<ActionStanding> open;  ///< overdue first, then the oldest first
    int overdue = 0;                   ///< of the open ones
    int opened_here = 0;               ///< in the period, whether closed since or not
    int closed_here = 0;               ///< in the period
    int reopened_here = 0;             ///< in the period
};

struct Actions {
    /// Of whom anything is told here, by name; those of nobody last. One of whom none is open stands here for what was
    /// closed.
    std::vector<OwnersActions> open;
    std::vector<ActionStanding> opened;    ///< agreed in the period, or before it and not told then; by meeting
    std::vector<ActionStanding> closed;    ///< in the period; what was opened and closed in it stands in both
    std::vector<ActionStanding> reopened;  ///< they were closed when the period began, and are open; by meeting
    int open_count = 0;
    int overdue_count = 0;
};

Actions actions(ReportBasis const& basis);

}  // namespace sss
