#pragma once

#include "facts/report/report_input.hpp"

#include <set>
#include <utility>

namespace sss {

struct NamedRecord {
    std::string id;
    std::string title;
    std::string former_id;            ///< of a renamed one
    std::vector<std::string> fields;  ///< of a changed one: which top-level fields, in the order of the file
    bool told = false;                ///< another section of the report tells of it already
    std::vector<Date> way = {};       ///< of a meeting that is held on other days: its days before, and now
};

/// What came, went and changed among the records of one kind, net over the period. Each list by id.
struct KindNews {
    std::string kind;
    std::vector<NamedRecord> added;
    std::vector<NamedRecord> removed;
    std::vector<NamedRecord> renamed;
    std::vector<NamedRecord> changed;
};

/// A milestone, a meeting or a satellite that was given up in the period.
struct Cancelled {
    std::string kind;
    std::string id;
    std::string title;
    std::optional<Date> on;
    std::string reason;
    std::optional<Source> source;
};

/// A milestone that had been given up when the period began, and stands again.
struct Reinstated {
    std::string id;
    std::string title;
    std::optional<Date> was;  ///< the day on which it had been given up, where it was told
    bool reached = false;
    Source source;
};

/// Kind and id of a record.
using RecordName = std::pair<std::string, std::string>;

/// @param told  records of which other sections tell: these are marked when new, and left out when changed
std::vector<KindNews> record_news(ReportBasis const& basis, std::set<RecordName> const& told);

/// Given up in the period, by commit time; before the first commit, by the date of giving up. Satellites first, then
/// milestones, then meetings; each by id.
std::vector<Cancelled> cancelled(ReportBasis const& basis);

/// By id.
std::vector<Reinstated> reinstated(ReportBasis const& basis);

}  // namespace sss
