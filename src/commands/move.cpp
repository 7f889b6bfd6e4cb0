#include "work/change/move.hpp"

#include "commands/changing.hpp"

#include <algorithm>
#include <memory>

namespace sss {
namespace {

struct MoveOptions {
    MoveRequest request;
    bool yes = false;
    WritingOptions writing;
};

ExitStatus run_move(MoveOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.width = static_cast<std::size_t>(std::clamp(surroundings.width, 60, 100));
    Verb const verb = [&](WorkingTree const& tree, Outside const& outside) {
        auto what = rewriting_for(tree, request, outside);
        if (options.yes) what.question.clear();
        return what;
    };
    return change(verb, options.writing, common, surroundings);
}

}  // namespace

void add_move(CommandLine& line)
{
    auto options = std::make_shared<MoveOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "move", "A milestone's planned date moves; shows what needs it, and with --cascade pushes that along",
        "  sss move sss-1-cdr 2018-06-15 --reason \"the test bench is late\"\n"
        "  sss move sss-1-cdr +2w              by days (d), weeks (w), months (m), quarters (q) or years (y)\n"
        "  sss move sss-1-cdr -3d --cascade    what needs it follows, just so far that the order holds\n"
        "  sss move 2018-04-review +1w         a meeting: its first and its last day");
    command.add_option("ID", request.id, "The milestone or meeting: its id, or KIND/ID")->required();
    command.add_option("DATE|+2w", request.date, "The new date in any form, or how far it moves")->required();
    command.add_option("--reason", request.reason, "Why, for the commit: with a reason it counts as a move at once")
        ->type_name("TEXT");
    command.add_flag("--cascade", request.cascade,
                     "Push those that need it, directly or through others, by the least that keeps the order");
    command.add_flag("--yes", options->yes, "Do not ask before a cascade is written");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_move(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
