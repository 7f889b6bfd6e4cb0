#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// What the minutes of one meeting say of its review items.
struct MeetingRids {
    std::string meeting;  ///< its id
    std::string title;
    std::optional<Date> on;
    std::vector<std::string> satellites;  ///< names of those that it is about; empty: the programme's
    Rids rids;                            ///< of the period's meetings: what the period has brought of them
    /// How many were open when it was over: carried over and raised, less closed. Nothing where its minutes do not say
    /// how many were raised or closed, or more were closed than there were.
    std::optional<RoughCount> left_open;
    bool earlier = false;  ///< of one that the period tells of: it was held before, and its minutes came in the period
};

/// Review item discrepancies (ECSS-M-ST-10-01C).
struct ReviewItems {
    /// That the period has brought; nothing where no minutes tell of any. Of several meetings without what was carried
    /// over: that is the same from one to the next.
    Rids total;
    Rids held;                            ///< of that: of those that were held in the period
    Rids earlier;                         ///< and of those that were only recorded or completed in it
    std::vector<MeetingRids> meetings;    ///< those meetings whose minutes brought them; by date
    std::vector<MeetingRids> latest;      ///< the last review of each satellite that tells of them, up to today; a
                                          ///< review of several satellites once, and not where a later one of a
                                          ///< single one of them tells on; by date
    std::optional<RoughCount> left_open;  ///< of the latest ones where it can be told; nothing: of none
    /// Reviews of several satellites that are the last of some of them alone: what they left open is of all, and the
    /// `satellites` of each are those for which nothing later is told. By date.
    std::vector<MeetingRids> shared;
    int untold = 0;  ///< of the latest ones: where it cannot
};

ReviewItems review_items(ReportBasis const& basis);

}  // namespace sss
