#include "work/change/repeat.hpp"

#include "commands/changing.hpp"

#include <memory>

namespace sss {
namespace {

struct RepeatOptions {
    RepeatRequest request;
    WritingOptions writing;
};

}  // namespace

void add_repeat(CommandLine& line)
{
    auto options = std::make_shared<RepeatOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "repeat", "A review, test or launch that failed is held again: a new milestone that repeats it",
        "  sss repeat sss-1-cdr 2019-03        planned for then: a date in any form\n"
        "  sss repeat sss-1-cdr                without a date yet\n"
        "  sss repeat sss-1-cdr +6w --as sss-1-delta-cdr --title \"SSS-1 delta CDR\"");
    command.add_option("ID", request.id, "The milestone that failed: its id, or KIND/ID")->required();
    command.add_option("DATE", request.date, "When it is planned: a date in any form, +6w, friday; without it not yet");
    command.add_option("--as", request.as, "The id of the new one; else that of the failed one, with a number")
        ->type_name("NEW-ID");
    command.add_option("--title", request.title, "Its title; else that of the failed one, and that it is a repetition")
        ->type_name("TEXT");
    command.add_option("--reason", request.reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return change(options->request, options->writing, line.common, surroundings);
        };
    });
}

}  // namespace sss
