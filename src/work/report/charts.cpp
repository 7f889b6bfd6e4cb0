#include "work/report/charts.hpp"

#include "facts/chart/chart_input.hpp"
#include "history/moves.hpp"
#include "print/html/report_figures.hpp"

#include <algorithm>

namespace sss {

namespace {

Narrowing narrowing_of(NarrowedTo const& to)
{
    Narrowing narrowing{{}, {}, to.kinds};
    for (auto const& one : to.satellites) narrowing.satellites.push_back(one.id);
    for (auto const& one : to.organisations) narrowing.organisations.push_back(one.id);
    return narrowing;
}

std::vector<Figure> drawn(ProgressReport const& report, HistoryView const& past, Sources const& sources)
{
    auto const& configuration = *past.configuration;
    auto const& records = sources.records;
    auto const state = read_standard_records(records);
    auto const& history = sources.history();
    auto const moved = moves(history, configuration.settings.history.correction_days);
    Belongs const belongs{narrowing_of(report.narrowed_to), state};
    ChartInput input{
        .state = state, .whole = history, .moves = moved, .zone = configuration.zone, .today = report.today};
    if (belongs.narrowed()) {
        input.takes = [&](Milestone const& one) { return belongs.kind(kinds::milestone) && belongs.part(one); };
        input.takes_action = [&](Meeting const& meeting, ActionItem const& action) {
            return belongs.kind(kinds::meeting) && belongs.part(meeting) && belongs.part(action);
        };
    }
    auto charts = report_charts(input);
    charts.period = report.period;
    charts.week_start = configuration.settings.programme.week_starts;
    return report_figures(charts);
}

}  // namespace

std::vector<Figure> charts_of(ProgressReport const& report, HistoryView const& past, Sources const* sources)
{
    auto const wanted = std::ranges::find(report.sections, ReportSection::charts) != report.sections.end();
    if (!wanted || !report.snapshot || report.from_dates_only) return {};
    if (sources != nullptr) return drawn(report, past, *sources);
    auto const snapshot = past.repository.commit(*report.snapshot);
    auto const records = records_of(past, snapshot);
    return drawn(report, past, {records, [&]() -> History const& { return whole_history(past, snapshot); }});
}

}  // namespace sss
