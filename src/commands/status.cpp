#include "commands/command_line.hpp"
#include "work/query/status_making.hpp"

#include <memory>

namespace sss {
namespace {

struct StatusOptions {
    StatusRequest request;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

ExitStatus run_status(StatusOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const facts = status_of(options.request, common, outside(common, surroundings));
    auto const width = options.width.value_or(terminal_columns(common, surroundings).value_or(usual_width));
    deliver(
        options.format == Format::json ? status_json(facts) : status_text(facts, width, in_color(common, surroundings)),
        common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_status(CommandLine& line)
{
    auto options = std::make_shared<StatusOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "status", "What waits: what is not committed, overdue, due soon, not yet published, and what to type next",
        "  sss status\n"
        "  git config --global sss.organisation metu && sss status --mine\n"
        "  sss status --days 30 --satellite sss-1");
    command.add_flag("--mine", request.mine,
                     "Only what belongs to your organisation: the one that git's setting sss.organisation names");
    command.add_list_option("--organisation", request.organisations, "Only what belongs to these organisations", "ID");
    command.add_list_option("--satellite", request.satellites, "Only what belongs to these satellites", "ID");
    command.add_option("--days", request.days, "So many days ahead are looked at, in place of 7")
        ->type_name("N")
        ->between(0, 3660);
    command.add_format_option(options->format, {Format::text, Format::json}, "text or json");
    command.add_option("--width", options->width, "Columns of the text; else the terminal's, or 100")->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_status(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
