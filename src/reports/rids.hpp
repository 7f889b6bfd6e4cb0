#pragma once

#include "reports/report_input.hpp"

namespace sss {

/// What the minutes of one meeting say of its review items.
struct MeetingRids {
    std::string meeting;  ///< its id
    std::string title;
    std::optional<Date> on;
    std::vector<std::string> satellites;  ///< names of those that it is about; empty: the programme's
    Rids rids;
    /// How many were open when it was over: carried over and raised, less closed. Nothing where its minutes do not say
    /// how many were raised or closed, or more were closed than there were.
    std::optional<std::int64_t> left_open;
};

/// Review item discrepancies (ECSS-M-ST-10-01C).
struct ReviewItems {
    Rids total;                         ///< of the period's meetings together; nothing where none of them tells
    std::vector<MeetingRids> meetings;  ///< those of the period whose minutes tell of review items; by date
    std::vector<MeetingRids> latest;    ///< the last review of each satellite that tells of them, up to today; a
                                        ///< review of several satellites once; by date
    std::int64_t left_open = 0;         ///< of the latest ones where it can be told
    int untold = 0;                     ///< of the latest ones: where it cannot
};

ReviewItems review_items(ReportBasis const& basis);

}  // namespace sss
