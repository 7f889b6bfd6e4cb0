#include "commands/command_line.hpp"
#include "commands/known_ids.hpp"
#include "commands/narrow.hpp"
#include "commands/output_name.hpp"
#include "commands/period_option.hpp"
#include "render/changes_json.hpp"
#include "render/report_figures.hpp"
#include "support/utf8.hpp"
#include "work/history_view.hpp"

#include <algorithm>
#include <functional>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

struct ChartOptions {
    HistoryOptions history;
    std::string chart;
    NarrowingOptions narrowing;  // without its kinds
    std::vector<std::string> types;
    std::vector<std::string> milestones;
    std::string period;
    std::string format;
    bool weighted = false;
    double width = 720;
    std::optional<double> height;
};

std::vector<std::string> const charts{"trend", "burnup", "timeline", "actions"};

/// The format that is asked for, or else that of the output file's name; text where that says nothing.
std::string format_of(ChartOptions const& options, CommonOptions const& common)
{
    if (!options.format.empty()) return options.format;
    static std::vector<std::string> const formats{"text", "svg", "html", "json", "csv"};
    auto const told = format_by_name(common.output, formats);
    return told.empty() ? "text" : told;
}

std::optional<Period> period_of(ChartOptions const& options, HistoryView const& past)
{
    if (options.period.empty()) return std::nullopt;
    auto const parsed = period_option("--period", options.period, past);
    if (std::holds_alternative<SinceRevision>(parsed))
        throw UsageError{"a chart goes by days, and 'since:' by commits",
                         "Name days, as in --period 2018-04-01..2018-06-30."};
    auto const& period = std::get<Period>(parsed);
    if (past.today < period.first && options.chart != "timeline")
        throw UsageError{fmt::format("nothing can be charted of {}: it has not begun", options.period),
                         "`sss chart timeline` shows what is planned."};
    return period;
}

bool among(std::vector<std::string> const& wanted, std::string const& one)
{
    return wanted.empty() || std::ranges::find(wanted, one) != wanted.end();
}

/// Whether a chart needs the history: the other ones are drawn from what the records say today.
bool tells_of_the_past(std::string const& chart)
{
    return chart == "trend" || chart == "burnup";
}

/// A chart in all its forms; only the one that is asked for is made.
struct Forms {
    std::function<std::string()> text;
    std::function<Figure()> figure;
    std::function<nlohmann::ordered_json()> json;
    std::function<std::string()> csv;
};

Forms forms_of(ChartOptions const& options, ChartInput const& input, std::string const& programme,
               ChartLook const& look, TextLook const& text)
{
    auto const week = look.week_start;
    if (options.chart == "trend") {
        auto const facts = std::make_shared<Trend const>(trend(input));
        return {[=] { return trend_text(*facts, trend_words(*facts, programme, terminal_line), text); },
                [=] { return trend_figure(*facts, programme, look); }, [=] { return trend_json(*facts); },
                [=] { return trend_csv(*facts); }};
    }
    if (options.chart == "burnup") {
        auto const facts = std::make_shared<Burnup const>(burnup(input));
        auto const measure = options.weighted ? Measure::weight : Measure::count;
        return {[=] {
                    auto const words = burnup_words(*facts, measure, programme, terminal_line);
                    return burnup_text(*facts, measure, words, week, text);
                },
                [=] { return burnup_figure(*facts, measure, programme, look); }, [=] { return burnup_json(*facts); },
                [=] { return burnup_csv(*facts); }};
    }
    if (options.chart == "timeline") {
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

/// As wide as the terminal that it is read on; in a pipe and in a file always the same.
TextLook text_look(CommonOptions const& common, Surroundings const& surroundings)
{
    TextLook look{.colour = in_color(common, surroundings)};
    if (surroundings.output_is_terminal && common.output.empty())
        look.width = std::clamp<std::size_t>(static_cast<std::size_t>(surroundings.width), 60, 400);
    return look;
}

/// Options that say nothing of the chart are refused rather than passed over.
void check_options(ChartOptions const& options)
{
    if (options.weighted && options.chart != "burnup")
        throw UsageError{"--weighted goes with `sss chart burnup` alone", ""};
    if (options.chart == "actions" && (!options.types.empty() || !options.milestones.empty()))
        throw UsageError{"--type and --milestone choose milestones, and `sss chart actions` shows actions",
                         "Actions are narrowed by --satellite and --organisation."};
}

void complain_of_left_out(StandardRecords const& state, CommonOptions const& common, Surroundings const& surroundings)
{
    if (state.left_out.empty() || common.quiet) return;
    auto const& first = state.left_out.front();
    auto const more = state.left_out.size() - 1;
    surroundings.complain(fmt::format("sss: left out or drawn in part: {}, because {}{}. `sss validate` tells more.\n",
                                      visible(first.path), first.why,
                                      more == 0 ? "" : fmt::format(", and {} more", more)));
}

ExitStatus run_chart(ChartOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    check_options(options);
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const& configuration = *past.configuration;
    auto const records = records_of(past, past.now);
    auto const state = read_standard_records(records);
    known_ids(options.milestones, kinds::milestone, records);
    require_milestone_types(options.types, configuration.layout, state);
    History history;
    if (past.now && tells_of_the_past(options.chart)) {
        past.repository.require_whole_history("chart what was believed before");
        history = read_history(past, past.now);
        remark_gaps(history, configuration.zone, outside(common, surroundings));
    }
    auto const moved = moves(history, configuration.settings.history.correction_days);
    ChartInput input{.state = state, .whole = history, .moves = moved, .zone = configuration.zone, .today = past.today};
    input.period = period_of(options, past);
    Belongs const belongs{read_narrowing(options.narrowing, past, records), state};
    input.takes = [&](Milestone const& one) {
        return belongs.part(one) && among(options.types, one.type) && among(options.milestones, one.id);
    };
    input.takes_action = [&](Meeting const& meeting, ActionItem const& action) {
        return belongs.part(meeting) && belongs.part(action);
    };
    complain_of_left_out(state, common, surroundings);
    auto const format = format_of(options, common);
    ChartLook const look{options.chart, format != "html", options.width, options.height,
                         configuration.settings.programme.week_starts};
    auto const forms =
        forms_of(options, input, configuration.settings.programme.name, look, text_look(common, surroundings));
    deliver(format == "json"   ? dumped(forms.json())
            : format == "csv"  ? forms.csv()
            : format == "svg"  ? forms.figure().svg
            : format == "html" ? figure_page(forms.figure())
                               : forms.text(),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_chart(CommandLine& line)
{
    auto options = std::make_shared<ChartOptions>();
    auto const command = line.add_command(
        "chart", "How forecasts moved, how done grows against planned, what lies when",
        "  sss chart trend                          milestone trend analysis, as text\n"
        "  sss chart trend -o trend.svg             the same as a picture; .html, .json and .csv likewise\n"
        "  sss chart burnup --weighted              milestones by their weight, not their number\n"
        "  sss chart timeline --satellite sss-2b --period 2018..2023 --format svg\n"
        "  sss chart actions --organisation apsco");
    command.add_option("CHART", options->chart, "trend, burnup, timeline or actions")->required()->one_of(charts);
    add_whose_options(command, options->narrowing);
    command.add_list_option("--type", options->types, "Milestones of this type: review, launch …", "TYPE");
    command.add_list_option("--milestone", options->milestones, "These milestones alone", "ID");
    command.add_flag("--weighted", options->weighted, "Of a burn-up: weights in place of numbers of milestones");
    command.add_option("--period", options->period, "Only these days: 2018, 2018-Q2, 2017..2021, last-month …")
        ->type_name("PERIOD");
    command
        .add_option("--format", options->format,
                    "text, svg, html, json or csv; without it as the name of -o ends, or text")
        ->one_of({"text", "svg", "html", "json", "csv"})
        ->type_name("FORMAT");
    command.add_option("--width", options->width, "Of the picture, in pixels: 480 to 4000, else 720")
        ->between(480, 4000)
        ->type_name("N");
    command.add_option("--height", options->height, "Likewise: 240 to 4000, else as what it holds needs")
        ->between(240, 4000)
        ->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_chart(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
