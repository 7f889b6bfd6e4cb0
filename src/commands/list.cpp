#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/query/list_request.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct ListOptions {
    HistoryOptions history;
    ListRequest request;
    Format format = Format::table;
    std::optional<std::size_t> width;
};

void complain_of_unreadable(Listing const& listing, Surroundings const& surroundings)
{
    if (listing.unreadable.empty()) return;
    auto const many = listing.unreadable.size();
    surroundings.complain(fmt::format(
        "sss: {} cannot be read whole ({}{}); `sss validate` tells why\n",
        count(static_cast<std::int64_t>(many), listing.items ? listing.items->sort->owner->name : listing.kind->name),
        visible(listing.unreadable.front()), many > 1 ? fmt::format(" and {} more", many - 1) : ""));
}

ExitStatus run_list(ListOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const view = open_view(common, moment(options.history), outside(common, surroundings), Detail::values);
    auto const listing = listing_of(options.request, view);
    if (!common.quiet) complain_of_unreadable(listing, surroundings);
    auto const world = outside(common, surroundings);
    if (!listing.history_untold.empty())
        world.remark(fmt::format("sss: {}, so what only a history tells is left empty\n", listing.history_untold));
    if (listing.left_out > 0 && (options.format == Format::csv || options.format == Format::markdown))
        world.remark(fmt::format("sss: {}\n", counted(listing)));
    auto const width = options.width.value_or(terminal_columns(common, surroundings).value_or(0));
    deliver(options.format == Format::json       ? list_json(listing)
            : options.format == Format::csv      ? list_csv(listing)
            : options.format == Format::markdown ? list_markdown(listing)
                                                 : list_text(listing, {width, in_color(common, surroundings)}),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_list(CommandLine& line)
{
    auto options = std::make_shared<ListOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "list", "Records of one kind, or what they hold, as a table, filtered and sorted",
        "  sss list milestone --where late                          planned, and not reached in time\n"
        "  sss list milestone --where 'satellite.lead = sjtu'       by a field of what is referred to\n"
        "  sss list milestone --where 'planned < today+30 and open' --sort planned\n"
        "  sss list milestone --columns +slip,+moves --sort -slip --limit 10\n"
        "  sss list action --where overdue                          the actions of all meetings\n"
        "  sss list satellite --columns id,name,orbit.altitude_km   other columns\n"
        "  sss list meeting --format csv -o meetings.csv            for a spreadsheet");
    command
        .add_option(
            "KIND", request.kind,
            "milestone, meeting, satellite, organisation, or a kind of your own; action, decision, or another list "
            "of things that records hold")
        ->type_name("")
        ->required();
    command.add_option("--where", request.where, "Only records of which this holds; given twice: both")
        ->type_name("FILTER")
        ->expected(1)
        ->take_all();
    add_whose_options(command, request.narrowing);
    command.add_list_option("--type", request.narrowing.types, "Only those of these types: review, council …", "TYPE");
    command
        .add_option("--period", request.period, "Only what shares a day with it: 2018-Q2, this-month, today..+14d …")
        ->type_name("PERIOD");
    command.add_option("--sort", request.sort, "By these fields; -FIELD: the other way round")->type_name("FIELDS");
    command
        .add_option("--columns", request.columns,
                    "These fields, with commas between them; +FIELD: beside the usual ones")
        ->type_name("FIELDS");
    command.add_option("-n,--limit", request.limit, "No more than so many; the rest is counted")->type_name("N");
    command.add_format_option(options->format, {Format::table, Format::json, Format::csv, Format::markdown},
                              "table, json, csv or markdown");
    command.add_option("--width", options->width, "Cut the table to so many columns; 0: as wide as it needs")
        ->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_list(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
