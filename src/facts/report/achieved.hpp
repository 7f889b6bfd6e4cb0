#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// A milestone that the period has brought.
struct Achieved {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;  ///< its name; empty: nobody named
    Date on;
    std::string outcome;                   ///< "passed-with-actions"; empty where none is recorded
    std::optional<Slip> against_plan;      ///< from the last plan before it was reached; days > 0: later
    std::optional<Slip> against_baseline;  ///< from the baseline; days > 0: later
    bool before_period = false;            ///< it was reached before the period, and only written down in it
    std::optional<Source> source;  ///< the commit that wrote it down; nothing where that lies outside the period
    std::optional<int> days_until_recorded;  ///< from its last day to the source's; below 0: written down ahead of it

    /// Whether its readers should know that it was written down late: after the period, or after more than a week.
    bool recorded_late() const { return before_period || days_until_recorded.value_or(0) > 7; }
};

/// A milestone that was held and failed: a review or test that was not passed, or a launch.
struct Failed {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;  ///< its name; empty: nobody named
    bool launch = false;
    Date on;
    std::string repeated_by;          ///< the id of the one that holds it again; empty: none is on record
    std::string repeated_title;       ///< its title
    std::optional<Date> repeated_on;  ///< when that was held, or is planned
    bool repeated_held = false;       ///< it has been held
    bool before_period = false;       ///< it was held before the period, and only written down in it
    std::optional<Source> source;     ///< the commit that wrote it down; nothing where that lies outside the period
};

/// A milestone whose actual date was taken back in the period.
struct Reopened {
    std::string id;
    std::string title;
    Date was;
    Source source;
};

/// What the period made reached, net and by commit time: it is reached now and was not when the period began. What the
/// repository's first commit brings is news only where it was not reached before the period; and where no history tells
/// of the period, what was reached in it by record time (the last day counts). By date; of one day, what is needed
/// before what needs it.
std::vector<Achieved> achieved(ReportBasis const& basis);

/// What the period learned to have failed, by the same rule. By date.
std::vector<Failed> failed(ReportBasis const& basis);

std::vector<Reopened> reopened(ReportBasis const& basis);

}  // namespace sss
