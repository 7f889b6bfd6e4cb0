#include "commands/report_charts.hpp"

#include "history/moves.hpp"
#include "render/report_figures.hpp"
#include "reports/chart_input.hpp"

#include <algorithm>

namespace sss {

std::vector<Figure> charts_of(ProgressReport const& report, ReportOptions const& options, Past const& past)
{
    auto const wanted = std::ranges::find(report.sections, ReportSection::charts) != report.sections.end();
    if (!wanted || !report.snapshot || report.from_dates_only) return {};
    auto const& habits = *past.habits;
    auto const records = records_of(past, past.repository.commit(*report.snapshot));
    auto const state = read_state(records);
    auto const history = read_history(past.repository, habits.layout, *report.snapshot);
    auto const moved = moves(history, habits.settings.history.correction_days);
    Belongs const belongs{read_narrowing(options.narrowing, past, records), state};
    ChartInput input{.state = state, .whole = history, .moves = moved, .zone = habits.zone, .today = report.today};
    if (belongs.narrowed()) {
        input.takes = [&](Milestone const& one) { return belongs.kind("milestone") && belongs.part(one); };
        input.takes_action = [&](Meeting const& meeting, ActionItem const& action) {
            return belongs.kind("meeting") && belongs.part(meeting) && belongs.part(action);
        };
    }
    auto charts = report_charts(input);
    charts.week_start = habits.settings.programme.week_starts;
    return report_figures(charts);
}

}  // namespace sss
