#include "work/minutes/minutes.hpp"

#include "commands/changing.hpp"
#include "commands/terminal/editing.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/minutes/form.hpp"
#include "work/named_file.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct MinutesOptions {
    MinutesRequest request;
    std::string from;
    bool form = false;
    WritingOptions writing;
};

std::string text_of_minutes(std::string const& from, Surroundings const& surroundings)
{
    if (from != "-") return read_named_file(fmt::format("read {}", visible(from)), from, largest_document);
    auto text = surroundings.read_all(largest_document);
    if (text.size() > largest_document) throw Error{"read standard input", "it is larger than 1 MiB"};
    return text;
}

/// What was wrong with the text is told, and it can be mended.
ExitStatus take_minutes(MinutesOptions const& options, std::string const& form, std::string const& text,
                        CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.text = text;
    request.name = "minutes";
    request.form = form;
    try {
        return change(request, options.writing, common, surroundings);
    } catch (UsageError const& error) {
        surroundings.complain(with_remedy(error.what(), error.remedy()));
        return ExitStatus::findings;
    }
}

ExitStatus run_minutes(MinutesOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (!options.from.empty()) {
        auto request = options.request;
        request.text = text_of_minutes(options.from, surroundings);
        request.name = options.from == "-" ? std::string{"standard input"} : visible(options.from);
        return change(request, options.writing, common, surroundings);
    }
    auto const tree = open_working_tree(common);
    auto const& meeting = meeting_named(tree, options.request.meeting);
    auto const form = minutes_form(tree, meeting, tree.configuration->zone.day_of(surroundings.now()));
    if (options.form) {
        deliver(common.output.empty() ? visible_lines(form) : form, common, surroundings);
        return ExitStatus::done;
    }
    auto const id = shell_word(options.request.meeting);
    EditorTask const task{
        .what = fmt::format("the minutes of {}", visible(meeting.id)),
        .name = "minutes.txt",
        .start = form,
        .nothing = form,
        .again = fmt::format("sss minutes {} --from", id),
        .take_over = [&](std::string const& text) { return take_minutes(options, form, text, common, surroundings); }};
    return edit_until_taken(task,
                            fmt::format("Name one, as in: EDITOR=nano sss minutes {0}\nOr fill the form in without "
                                        "one: sss minutes {0} --form -o minutes.txt, then --from minutes.txt",
                                        id),
                            common, surroundings);
}

}  // namespace

void add_minutes(CommandLine& line)
{
    auto options = std::make_shared<MinutesOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "minutes",
        "The minutes of a meeting as a plain form: decisions, actions, speakers, and what is open from before",
        "  sss minutes 2018-04-ankara-review                        in your editor\n"
        "  sss minutes 2018-04-ankara-review --form -o minutes.txt  to be filled in elsewhere, then\n"
        "  sss minutes 2018-04-ankara-review --from minutes.txt     or --from - out of a pipe");
    command.add_option("MEETING", request.meeting, "The meeting: its id, or KIND/ID")->required();
    auto const from = command
                          .add_option("--from", options->from,
                                      "Take the minutes out of this file in place of an editor; - is standard input")
                          ->not_empty()
                          ->type_name("FILE");
    command.add_flag("--form", options->form, "Print the form, and write nothing")->excludes(from);
    command.add_option("--reason", request.reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_minutes(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
