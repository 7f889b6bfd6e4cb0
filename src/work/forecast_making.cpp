#include "work/forecast_making.hpp"

#include "work/by_name.hpp"
#include "work/history_view.hpp"
#include "work/named_period.hpp"

#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// The id of the milestone that the user named; a UsageError where there is none, or it is something else.
std::string milestone_id(Records const& records, std::string const& typed)
{
    auto const* milestone = records.find(kinds::milestone, typed);
    auto const& record = milestone != nullptr ? *milestone : find_record(records, typed);
    if (record.kind->name != kinds::milestone)
        throw UsageError{
            fmt::format("'{}' is a record of kind {}, and forecasts are of milestones", typed, record.kind->name),
            record.kind->name == kinds::satellite
                ? fmt::format("--satellite {} forecasts all of its milestones.", record.id)
                : ""};
    return record.id;
}

/// The days of a plan that are asked for; nothing: all.
std::optional<Period> days_of_period(std::string const& text, HistoryView const& past)
{
    if (text.empty()) return std::nullopt;
    auto const named = named_period("--period", text, past);
    if (auto const* days = std::get_if<Period>(&named)) return *days;
    throw UsageError{"a forecast goes by the days of plans, and 'since:' by commits",
                     "Name days, as in --period this-quarter."};
}

ForecastFilter filter_of(ForecastRequest const& request, HistoryView const& past, Records const& records,
                         StandardRecords const& state)
{
    ForecastFilter filter;
    for (auto const& typed : request.ids) filter.ids.push_back(milestone_id(records, typed));
    auto const narrowing = read_narrowing(request.narrowing, past, records);
    filter.satellites = narrowing.satellites;
    auto const period = days_of_period(request.period, past);
    if (!narrowing.organisations.empty() || period) {
        Belongs const belongs{{{}, narrowing.organisations, {}}, state};
        filter.wanted.emplace();
        for (auto const& milestone : state.milestones) {
            auto const plan = milestone.plan_ahead();
            auto const fits = !period || (plan && plan->first() <= period->last && period->first <= plan->last());
            if (fits && belongs.part(milestone)) filter.wanted->insert(milestone.id);
        }
    }
    require_milestone_types(request.types, past.configuration->layout, state);
    filter.types = request.types;
    return filter;
}

}  // namespace

ChosenForecasts make_forecasts(ForecastRequest const& request, ProgrammeRequest const& programme,
                               Outside const& outside)
{
    auto const past = open_history_view(programme, request.moment, outside);
    past.repository.require_whole_history("learn from the moves of the past");
    auto const records = records_of(past, past.now);
    auto const state = read_standard_records(records);
    auto const filter = filter_of(request, past, records, state);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside);

    auto const pasts =
        plan_pasts(history, past.configuration->zone, past.today, past.configuration->settings.history.correction_days);
    auto all = forecasts(pasts, state, past.today, request.chance);
    narrow(all, filter);
    return {std::move(all), filter.any()};
}

}  // namespace sss
