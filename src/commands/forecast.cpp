#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "pages/forecast_page.hpp"
#include "print/json/forecast_json.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/text/outline_text.hpp"
#include "work/forecast_making.hpp"

#include <algorithm>
#include <memory>

namespace sss {

namespace {

struct ForecastOptions {
    HistoryOptions history;
    ForecastRequest request;
    bool back_test = false;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

ExitStatus run_forecast(ForecastOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    auto const answer = make_forecasts(request, common, outside(common, surroundings));
    auto const width =
        std::max<std::size_t>(options.width.value_or(terminal_columns(common, surroundings).value_or(usual_width)), 40);
    auto const colour = in_color(common, surroundings);
    if (options.format == Format::json)
        deliver(forecast_json(answer.forecasts, options.back_test), common, surroundings);
    else {
        auto const page =
            options.back_test ? back_test_page(answer.forecasts, answer.chosen) : forecast_page(answer.forecasts);
        deliver(options.format == Format::markdown ? page_markdown(page) : outline_text(page, width, colour), common,
                surroundings);
    }
    return ExitStatus::done;
}

}  // namespace

void add_forecast(CommandLine& line)
{
    auto options = std::make_shared<ForecastOptions>();
    auto& request = options->request;
    auto const command =
        line.add_command("forecast", "When open milestones may be reached, by how plans have held so far",
                         "  sss forecast                           every open milestone\n"
                         "  sss forecast sss-2b-launch             one of them\n"
                         "  sss forecast --satellite sss-1 --chance 50\n"
                         "  sss forecast --back-test               how well earlier ranges held\n"
                         "  sss forecast --as-of 2021-06-01        what would have been said on that day");
    command.add_option("ID", request.ids, "Milestones; without them all that are open");
    add_whose_options(command, request.narrowing);
    add_type_option(command, request.types);
    command
        .add_option("--period", request.period, "Only those that are planned in it: 2018, this-quarter, today..+90d …")
        ->type_name("PERIOD");
    command
        .add_option("--chance", request.chance,
                    "The chance that a range is to have, in percent: 50, 80 (the default) or 90")
        ->one_of({"50", "80", "90"})
        ->type_name("N");
    command.add_flag("--back-test", options->back_test, "What the past ranges were, and how many of them held");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    command.add_option("--width", options->width, "Columns of the text; else the terminal's, or 100")->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_forecast(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
