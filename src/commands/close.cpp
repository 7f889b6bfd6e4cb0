#include "work/change/close.hpp"

#include "commands/changing.hpp"

#include <memory>

namespace sss {
namespace {

struct CloseOptions {
    CloseRequest request;
    WritingOptions writing;
};

}  // namespace

void add_close(CommandLine& line)
{
    auto options = std::make_shared<CloseOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "close", "Actions of meetings are closed: writes when",
        "  sss close 2017-01-contract-signing#a1              today\n"
        "  sss close a7 yesterday                             where no other is called a7\n"
        "  sss close 2018-04-ankara-review#a1 2018-04-ankara-review#a2 friday    several, in one commit\n"
        "  sss close 2017-01-contract-signing#a1 2017-08-14 --by 2017-08-summer-camp");
    command
        .add_option(
            "MEETING#ACTION|DATE", request.words,
            "Actions; an id alone where it is the only open one of that id. Behind them when they were done: a date "
            "in any form, yesterday, -3d, friday; without it today")
        ->required()
        ->expected(1, most_words);
    command.add_option("--by", request.by, "The meeting at which it was shown as done (closed_by)")
        ->type_name("MEETING");
    command.add_option("--reason", request.reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return change(options->request, options->writing, line.common, surroundings);
        };
    });
}

}  // namespace sss
