#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// An open matter and when anybody last wrote to its record: a milestone's, or that of the meeting whose action it is.
struct Untouched {
    bool action = false;  ///< otherwise a milestone
    std::string id;       ///< a milestone's, or an action's within its meeting
    std::string meeting;  ///< of an action: the meeting's id
    std::string title;    ///< a milestone's, or an action's text
    Day since;            ///< the day of the last change; where `at_least`, it is earlier than this
    int days = 0;         ///< until today
    bool at_least = false;
};

/// The open matters of one organisation.
struct OwnersFreshness {
    std::string owner;  ///< its id; empty: nobody named
    std::string name;
    int open_milestones = 0;
    int open_actions = 0;
    int stale_milestones = 0;
    int stale_actions = 0;
    std::optional<Untouched> oldest;  ///< of the stale ones

    int open() const { return open_milestones + open_actions; }
    int stale() const { return stale_milestones + stale_actions; }
};

/// What nobody has touched for how long. An open milestone or action is stale where its record has not changed in more
/// than `stale_days`.
struct Freshness {
    bool known = false;  ///< otherwise it was not asked, or the period lies before the first commit
    int stale_days = 0;
    int open = 0;
    int stale = 0;
    std::vector<OwnersFreshness> owners;  ///< who has open matters; most stale ones first, then by name, nobody last
};

Freshness freshness(ReportBasis const& basis);

/// The records whose last change freshness asks for: open milestones, and meetings with open actions.
std::vector<RecordKey> open_matters(Records const& records);

}  // namespace sss
