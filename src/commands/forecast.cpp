#include "render/forecast.hpp"

#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct ForecastOptions {
    HistoryOptions history;
    std::vector<std::string> ids;
    NarrowingRequest narrowing;  // its satellites alone
    std::vector<std::string> types;
    int chance = 80;
    bool back_test = false;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

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

ForecastFilter filter_of(ForecastOptions const& options, HistoryView const& past, Records const& records,
                         StandardRecords const& state)
{
    ForecastFilter filter;
    for (auto const& typed : options.ids) filter.ids.push_back(milestone_id(records, typed));
    filter.satellites = read_narrowing(options.narrowing, past, records).satellites;
    require_milestone_types(options.types, past.configuration->layout, state);
    filter.types = options.types;
    return filter;
}

ExitStatus run_forecast(ForecastOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    past.repository.require_whole_history("learn from the moves of the past");
    auto const records = records_of(past, past.now);
    auto const state = read_standard_records(records);
    auto const filter = filter_of(options, past, records, state);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside(common, surroundings));

    auto const pasts =
        plan_pasts(history, past.configuration->zone, past.today, past.configuration->settings.history.correction_days);
    auto all = forecasts(pasts, state, past.today, options.chance);
    narrow(all, filter);

    auto const at_terminal = surroundings.output_is_terminal && common.output.empty();
    auto const width = std::max<std::size_t>(
        options.width.value_or(at_terminal ? static_cast<std::size_t>(surroundings.width) : 100), 40);
    auto const colour = in_color(common, surroundings);
    if (options.format == Format::json)
        deliver(forecast_json(all, options.back_test), common, surroundings);
    else if (options.back_test)
        deliver(options.format == Format::markdown ? back_test_markdown(all, filter.any())
                                                   : back_test_text(all, filter.any(), width, colour),
                common, surroundings);
    else
        deliver(options.format == Format::markdown ? forecast_markdown(all) : forecast_text(all, width, colour), common,
                surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_forecast(CommandLine& line)
{
    auto options = std::make_shared<ForecastOptions>();
    auto const command =
        line.add_command("forecast", "When open milestones may be reached, by how plans have held so far",
                         "  sss forecast                           every open milestone\n"
                         "  sss forecast sss-2b-launch             one of them\n"
                         "  sss forecast --satellite sss-1 --chance 50\n"
                         "  sss forecast --back-test               how well earlier ranges held\n"
                         "  sss forecast --as-of 2021-06-01        what would have been said on that day");
    command.add_option("ID", options->ids, "Milestones; without them all that are open");
    add_satellite_option(command, options->narrowing);
    command.add_list_option("--type", options->types, "Only those of this type: review, launch …; several: with commas",
                            "TYPE");
    command
        .add_option("--chance", options->chance,
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
