#include "work/timeline_request.hpp"

#include "support/edit_distance.hpp"
#include "work/by_name.hpp"
#include "work/named_period.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// Those of --kind that are dated kinds of the repository's own; a UsageError for what is no kind of a timeline.
std::vector<std::string> own_kinds(std::vector<std::string> const& typed, std::vector<Kind const*> const& kinds)
{
    std::vector<std::string> known{"milestone", "launch", "meeting", "action"};
    auto const standard = known.size();
    for (auto const* kind : kinds)
        if (is_dated_own_kind(*kind)) known.push_back(kind->name);
    std::vector<std::string> own;
    for (auto const& name : typed) {
        auto const found = std::ranges::find(known, name);
        if (found == known.end()) {
            auto const near = nearest(name, known);
            throw UsageError{fmt::format("--kind takes {}, and '{}' is none of them", fmt::join(known, ", "), name),
                             near ? fmt::format("Did you mean '{}'?", *near) : ""};
        }
        if (found >= known.begin() + static_cast<std::ptrdiff_t>(standard)) own.push_back(name);
    }
    return own;
}

}  // namespace

TimelineFilter filter_of(TimelineRequest const& request, HistoryView const& past, Records const& records)
{
    TimelineFilter filter;
    auto narrowing = read_narrowing(request.narrowing, past, records);
    filter.satellites = std::move(narrowing.satellites);
    filter.organisations = std::move(narrowing.organisations);
    if (!request.kinds.empty()) {
        auto const wants = [&](std::string_view kind) {
            return std::ranges::find(request.kinds, kind) != request.kinds.end();
        };
        filter.milestones = wants(kinds::milestone);
        filter.launches = wants("launch");
        filter.meetings = wants(kinds::meeting);
        filter.actions = wants("action");
        filter.own_kinds = false;
        filter.these_kinds = own_kinds(request.kinds, past.configuration->layout.kinds());
    }
    if (!request.types.empty()) {
        require_milestone_types(request.types, past.configuration->layout, read_standard_records(records));
        filter.types = request.types;
        if (request.kinds.empty()) filter.meetings = filter.own_kinds = false;
    }
    if (request.period.empty()) return filter;
    auto const parsed = named_period("--period", request.period, past);
    if (std::holds_alternative<SinceRevision>(parsed))
        throw UsageError{"a timeline goes by the days of the records, and 'since:' by commits",
                         "Name days, as in --period 2018-04-01..2018-06-30; `sss log` goes by commits."};
    filter.period = std::get<Period>(parsed);
    return filter;
}

}  // namespace sss
