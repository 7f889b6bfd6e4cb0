#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "work/chart_making.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct ChartOptions {
    HistoryOptions history;
    ChartRequest request;
    std::vector<std::string> ids;
    bool open = false;
    bool all = false;
    std::optional<std::size_t> width;  ///< columns
    std::optional<double> pixels;
};

/// As wide as the terminal that it is read on; in a pipe and in a file always the same.
TextLook text_look(CommonOptions const& common, Surroundings const& surroundings)
{
    TextLook look{.colour = in_color(common, surroundings)};
    if (auto const columns = terminal_columns(common, surroundings))
        look.width = std::clamp<std::size_t>(*columns, 60, 400);
    return look;
}

/// Of a picture the width was once its pixels: that works on, with a remark.
void understand_width(ChartOptions const& options, ChartRequest& request, TextLook& look, Outside const& outside)
{
    constexpr std::size_t most_columns = 400;
    if (options.pixels) request.width = *options.pixels;
    if (!options.width) return;
    auto const picture = request.format == Format::svg || request.format == Format::html;
    if (picture && !options.pixels && *options.width >= 480) {
        request.width = static_cast<double>(*options.width);
        outside.remark(
            fmt::format("sss: --width is columns of a text; of a picture write --pixels {}\n", *options.width));
    } else if (!picture) {
        look.width = std::min(*options.width, most_columns);
    }
}

ExitStatus run_chart(ChartOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    request.milestones.insert(request.milestones.end(), options.ids.begin(), options.ids.end());
    if (options.open && options.all) throw UsageError{"--open and --all contradict each other", ""};
    if (options.open) request.scope = TrendScope::open;
    if (options.all) request.scope = TrendScope::all;
    auto look = text_look(common, surroundings);
    understand_width(options, request, look, outside(common, surroundings));
    deliver(make_chart(request, common, outside(common, surroundings), look), common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_chart(CommandLine& line)
{
    auto options = std::make_shared<ChartOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "chart", "How forecasts moved, how done grows against planned, what lies when",
        "  sss chart trend                          milestone trend analysis, as text\n"
        "  sss chart trend -o trend.svg             the same as a picture; .html, .json and .csv likewise\n"
        "  sss chart trend sss-2b-launch            one milestone, with how far each move went\n"
        "  sss chart burnup --weighted              milestones by their weight, not their number\n"
        "  sss chart timeline --satellite sss-2b --period 2018..2023 --format svg\n"
        "  sss chart actions --organisation apsco");
    command
        .add_choice<Chart>("CHART", request.chart,
                           {{"trend", Chart::trend},
                            {"burnup", Chart::burnup},
                            {"timeline", Chart::timeline},
                            {"actions", Chart::actions}},
                           "trend, burnup, timeline or actions")
        ->required();
    command.add_option("ID", options->ids, "These milestones alone, as --milestone has it");
    add_whose_options(command, request.narrowing);
    command.add_list_option("--type", request.types, "Milestones of this type: review, launch …", "TYPE");
    command.add_list_option("--milestone", request.milestones, "These milestones alone", "ID");
    command.add_flag("--open", options->open, "Of a trend: only what is still to be reached");
    command.add_flag("--all", options->all, "Of a trend with many lines: name those that moved most, open or not");
    command.add_flag("--weighted", request.weighted, "Of a burn-up: weights in place of numbers of milestones");
    command.add_option("--period", request.period, "Only these days: 2018, 2018-Q2, 2017..2021, last-month …")
        ->type_name("PERIOD");
    command.add_format_option(request.format, {chart_formats.begin(), chart_formats.end()},
                              "text, svg, html, json or csv; without it as the name of -o ends, or text");
    command.add_option("--width", options->width, "Columns of the text, 60 to 400; else the terminal's, or 100")
        ->between(60, 4000)
        ->type_name("N");
    command.add_option("--pixels", options->pixels, "How wide the picture is, in pixels: 320 to 4000, else 720")
        ->between(320, 4000)
        ->type_name("N");
    command.add_option("--height", request.height, "How high, likewise: 240 to 4000, else as what it holds needs")
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
