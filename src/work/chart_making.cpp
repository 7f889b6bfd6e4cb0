#include "work/chart_making.hpp"

#include "history/moves.hpp"
#include "print/html/report_figures.hpp"
#include "print/json/changes_json.hpp"
#include "print/record_text.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"
#include "work/named_period.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

std::string_view name_of(Chart chart)
{
    switch (chart) {
        case Chart::trend: return "trend";
        case Chart::burnup: return "burnup";
        case Chart::timeline: return "timeline";
        case Chart::actions: break;
    }
    return "actions";
}

std::optional<Period> period_of(ChartRequest const& request, HistoryView const& past)
{
    if (request.period.empty()) return std::nullopt;
    auto const parsed = named_period("--period", request.period, past);
    if (std::holds_alternative<SinceRevision>(parsed))
        throw UsageError{"a chart goes by days, and 'since:' by commits",
                         "Name days, as in --period 2018-04-01..2018-06-30."};
    auto const& period = std::get<Period>(parsed);
    if (past.today < period.first && request.chart != Chart::timeline)
        throw UsageError{fmt::format("nothing can be charted of {}: it has not begun", request.period),
                         "`sss chart timeline` shows what is planned."};
    return period;
}

bool among(std::vector<std::string> const& wanted, std::string const& one)
{
    return wanted.empty() || std::ranges::find(wanted, one) != wanted.end();
}

/// Whether a chart needs the history: the other ones are drawn from what the records say today.
bool tells_of_the_past(Chart chart)
{
    return chart == Chart::trend || chart == Chart::burnup;
}

/// A chart in all its forms; only the one that is asked for is made.
struct Forms {
    std::function<std::string()> text;
    std::function<Figure()> figure;
    std::function<nlohmann::ordered_json()> json;
    std::function<std::string()> csv;
};

Forms forms_of(ChartRequest const& request, ChartInput const& input, std::string const& programme,
               ChartLook const& look, TextLook const& text)
{
    auto const week = look.week_start;
    if (request.chart == Chart::trend) {
        auto const facts = std::make_shared<Trend const>(trend(input, request.scope));
        return {[=] { return trend_text(*facts, trend_words(*facts, programme, terminal_line), text); },
                [=] { return trend_figure(*facts, programme, look); }, [=] { return trend_json(*facts); },
                [=] { return trend_csv(*facts); }};
    }
    if (request.chart == Chart::burnup) {
        auto const facts = std::make_shared<Burnup const>(burnup(input));
        auto const measure = request.weighted ? Measure::weight : Measure::count;
        return {[=] {
                    auto const words = burnup_words(*facts, measure, programme, terminal_line);
                    return burnup_text(*facts, measure, words, week, text);
                },
                [=] { return burnup_figure(*facts, measure, programme, look); }, [=] { return burnup_json(*facts); },
                [=] { return burnup_csv(*facts); }};
    }
    if (request.chart == Chart::timeline) {
        auto const facts = std::make_shared<TimelineChart const>(timeline_chart(input));
        return {
            [=] { return timeline_chart_text(*facts, timeline_chart_words(*facts, programme, terminal_line), text); },
            [=] { return timeline_figure(*facts, programme, look); }, [=] { return timeline_chart_json(*facts); },
            [=] { return timeline_chart_csv(*facts); }};
    }
    auto const facts = std::make_shared<ActionFlow const>(action_flow(input));
    return {[=] { return action_text(*facts, action_words(*facts, programme, terminal_line), week, text); },
            [=] { return actions_figure(*facts, programme, look); }, [=] { return action_json(*facts); },
            [=] { return action_csv(*facts); }};
}

/// What says nothing of the chart is refused rather than passed over.
void require_no_contradiction(ChartRequest const& request)
{
    if (request.weighted && request.chart != Chart::burnup)
        throw UsageError{"--weighted goes with `sss chart burnup` alone", ""};
    if (request.scope != TrendScope::usual && request.chart != Chart::trend)
        throw UsageError{"--open and --all go with `sss chart trend` alone", ""};
    if (request.chart == Chart::actions && (!request.types.empty() || !request.milestones.empty()))
        throw UsageError{"--type and --milestone choose milestones, and `sss chart actions` shows actions",
                         "Actions are narrowed by --satellite and --organisation."};
}

void remark_left_out(StandardRecords const& state, Outside const& outside)
{
    if (state.left_out.empty()) return;
    auto const& first = state.left_out.front();
    auto const more = state.left_out.size() - 1;
    outside.remark(fmt::format("sss: left out or drawn in part: {}, because {}{}. `sss validate` tells more.\n",
                               visible(first.path), first.why, more == 0 ? "" : fmt::format(", and {} more", more)));
}

std::string printed(Forms const& forms, Format format)
{
    if (format == Format::json) return dumped(forms.json());
    if (format == Format::csv) return forms.csv();
    if (format == Format::svg) return forms.figure().svg.markup();
    if (format == Format::html) return figure_page(forms.figure());
    return forms.text();
}

}  // namespace

std::string make_chart(ChartRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                       TextLook const& look)
{
    require_no_contradiction(request);
    auto const past = open_history_view(programme, request.moment, outside);
    auto const& configuration = *past.configuration;
    auto const records = records_of(past, past.now);
    auto const state = read_standard_records(records);
    auto const milestones = known_ids(request.milestones, kinds::milestone, records);
    require_milestone_types(request.types, configuration.layout, state);
    History history;
    if (past.now && tells_of_the_past(request.chart)) {
        past.repository.require_whole_history("chart what was believed before");
        history = read_history(past, past.now);
        remark_gaps(history, configuration.zone, outside);
    }
    auto const moved = moves(history, configuration.settings.history.correction_days);
    ChartInput input{.state = state, .whole = history, .moves = moved, .zone = configuration.zone, .today = past.today};
    input.period = period_of(request, past);
    Belongs const belongs{read_narrowing(request.narrowing, past, records), state};
    input.takes = [&](Milestone const& one) {
        return belongs.part(one) && among(request.types, one.type) && among(milestones, one.id);
    };
    input.takes_action = [&](Meeting const& meeting, ActionItem const& action) {
        return belongs.part(meeting) && belongs.part(action);
    };
    remark_left_out(state, outside);
    ChartLook const picture{std::string{name_of(request.chart)}, request.format != Format::html, request.width,
                            request.height, configuration.settings.programme.week_starts};
    return printed(forms_of(request, input, configuration.settings.programme.name, picture, look), request.format);
}

}  // namespace sss
