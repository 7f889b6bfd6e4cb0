#include "work/change/cancel.hpp"

#include "commands/changing.hpp"

#include <memory>

namespace sss {
namespace {

struct CancelOptions {
    CancelRequest request;
    WritingOptions writing;
};

}  // namespace

void add_cancel(CommandLine& line)
{
    auto options = std::make_shared<CancelOptions>();
    auto& request = options->request;
    auto const command =
        line.add_command("cancel", "A milestone, a meeting or a satellite is given up: writes since when and why",
                         "  sss cancel sss-2a-contract --reason \"covered by the agreement of the three parties\"\n"
                         "  sss cancel sss-2a-contract 2020-03 --reason \"…\"   on a date in any form; else today\n"
                         "  sss cancel sss-3-pdr sss-3-cdr --reason \"…\"        several, in one commit");
    command
        .add_option(
            "ID|DATE", request.words,
            "What is given up, by id or KIND/ID, and behind it when it was: a date in any form, yesterday, -3d, "
            "friday; without it today")
        ->required()
        ->expected(1, most_words);
    command.add_option("--reason", request.reason, "Why, in a sentence")->required()->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return change(options->request, options->writing, line.common, surroundings);
        };
    });
}

}  // namespace sss
