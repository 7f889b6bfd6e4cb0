#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// Where in the period a milestone got its plan that had none when the period began, or was not on record.
struct PlanGiven {
    std::uint32_t commit = 0;  ///< index into the history's commits
    bool reached = false;      ///< it was by then, so that its plan tells of the past
};

/// Nothing where a plan stood when the period began, or where it got none in it.
std::optional<PlanGiven> plan_given(ReportBasis const& basis, std::string_view id);

/// A milestone that stood undated when the period began, was given a date in it and has one at its end.
struct Dated {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;             ///< its name; empty: nobody named
    Date date;                     ///< the one that it was given; of one that did not move since, the one that stands
    std::optional<Date> baseline;  ///< where it got that in the period too
    bool moved = false;            ///< since it was given
    Source source;                 ///< the commit that gave it
};

/// An open milestone that had a date when the period began and has none at its end.
struct Undated {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;                    ///< its name; empty: nobody named
    Date date;                            ///< the last that stood
    Source source;                        ///< the commit that dropped it
    std::optional<Date> not_before = {};  ///< a plan with an open end that took its place
    int moves = 0;                        ///< in the period, before it was dropped: with no date left they are no slip
    std::vector<Date> way = {};           ///< of one that moved: from the date with which the period began to `date`
};

/// By date. Not those that were reached by then, nor those that are given up. That they moved is not told yet.
std::vector<Dated> newly_dated(ReportBasis const& basis);
/// By id.
std::vector<Undated> newly_undated(ReportBasis const& basis);

}  // namespace sss
