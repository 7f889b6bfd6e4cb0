#include "render/timeline.hpp"

#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "support/edit_distance.hpp"
#include "work/history_view.hpp"
#include "work/named_period.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

struct TimelineOptions {
    HistoryOptions history;
    NarrowingRequest narrowing;  // without its kinds
    std::vector<std::string> kinds;
    std::string period;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

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

TimelineFilter filter_of(TimelineOptions const& options, HistoryView const& past, Records const& records)
{
    TimelineFilter filter;
    auto narrowing = read_narrowing(options.narrowing, past, records);
    filter.satellites = std::move(narrowing.satellites);
    filter.organisations = std::move(narrowing.organisations);
    if (!options.kinds.empty()) {
        auto const wants = [&](std::string_view kind) {
            return std::ranges::find(options.kinds, kind) != options.kinds.end();
        };
        filter.milestones = wants(kinds::milestone);
        filter.launches = wants("launch");
        filter.meetings = wants(kinds::meeting);
        filter.actions = wants("action");
        filter.own_kinds = false;
        filter.these_kinds = own_kinds(options.kinds, past.configuration->layout.kinds());
    }
    if (options.period.empty()) return filter;
    auto const parsed = named_period("--period", options.period, past);
    if (std::holds_alternative<SinceRevision>(parsed))
        throw UsageError{"a timeline goes by the days of the records, and 'since:' by commits",
                         "Name days, as in --period 2018-04-01..2018-06-30; `sss log` goes by commits."};
    filter.period = std::get<Period>(parsed);
    return filter;
}

ExitStatus run_timeline(TimelineOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const records = records_of(past, past.now);
    auto const line = timeline(records, past.today, filter_of(options, past, records));
    auto const names = read_standard_records(records);
    auto const at_terminal = surroundings.output_is_terminal && common.output.empty();
    auto const width = options.width.value_or(at_terminal ? static_cast<std::size_t>(surroundings.width) : 100);
    deliver(options.format == Format::json ? timeline_json(line)
            : options.format == Format::markdown
                ? timeline_markdown(line, names)
                : timeline_text(line, names, std::max<std::size_t>(width, 40), in_color(common, surroundings)),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_timeline(CommandLine& line)
{
    auto options = std::make_shared<TimelineOptions>();
    auto const command =
        line.add_command("timeline", "What happened and what is planned, in order",
                         "  sss timeline                               milestones, meetings, dated kinds of your own\n"
                         "  sss timeline --satellite sss-2b            of one satellite\n"
                         "  sss timeline --kind launch                 launches alone\n"
                         "  sss timeline --kind action --organisation apsco --period 2018");
    add_whose_options(command, options->narrowing);
    command.add_list_option(
        "--kind", options->kinds,
        "milestone, launch, meeting, action, or a dated kind of your own; without it all but actions", "KIND");
    command.add_option("--period", options->period, "What shares a day with 2018, 2018-Q2, last-month …")
        ->type_name("PERIOD");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    command.add_option("--width", options->width, "Columns of the text; else the terminal's, or 100")->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_timeline(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
