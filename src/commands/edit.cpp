#include "commands/changing.hpp"
#include "commands/terminal/editing.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/named_file.hpp"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct EditOptions {
    std::string id;
    std::string from;
    std::string reason;
    CommitOptions commit;
};

std::string starting_text(EditOptions const& options, Record const& record)
{
    if (options.from.empty()) return record.text;
    return read_named_file(fmt::format("read {}", visible(options.from)), options.from, largest_document);
}

/// Puts the text in the record's place, checked; its findings are shown where it has errors.
ExitStatus take_over(EditOptions const& options, Record const& edited, std::string const& text,
                     CommonOptions const& common, Surroundings const& surroundings)
{
    // The lock is not held while the editor is open, for that may take an hour.
    auto tree = open_working_tree(common);
    auto lock = lock_data(tree, outside(common, surroundings));
    read_again(tree);
    auto const now = tree.files.read_path(edited.path(), largest_document);
    if (now != edited.text)
        throw Error{fmt::format("write {}", visible(edited.path())),
                    "it was changed by somebody else while it was edited",
                    "Compare the two, and bring what you want of both into one."};
    auto const* record = tree.records.find(edited.kind->name, edited.id);
    Rewriting what{.lead = {record->kind, record->id}, .texts = {{edited.path(), text}}};
    what.reason = options.reason;
    return carry_out(tree, std::move(what), std::move(lock), {false, options.commit}, common, surroundings);
}

ExitStatus run_edit(EditOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const tree = open_working_tree(common);
    auto const& record = find_record(tree.records, options.id);
    auto const id = shell_word(options.id);
    EditorTask const task{
        .what = visible(record.path()),
        .name = std::filesystem::path{record.path()}.filename().string(),
        .start = starting_text(options, record),
        .nothing = record.text,
        .again = fmt::format("sss edit {} --from", id),
        .stands =
            [&](std::string const& text) { return tree.files.read_path(record.path(), largest_document) == text; },
        .take_over = [&](std::string const& text) { return take_over(options, record, text, common, surroundings); }};
    return edit_until_taken(task,
                            fmt::format("Name one, as in: EDITOR=nano sss edit {0}\n"
                                        "Or change a field without one: sss set {0} FIELD=VALUE",
                                        id),
                            common, surroundings);
}

}  // namespace

void add_edit(CommandLine& line)
{
    auto options = std::make_shared<EditOptions>();
    auto const command = line.add_command("edit", "A record in your editor: checked when you close it, and never lost",
                                          "  sss edit sss-1-cdr\n"
                                          "  EDITOR=nano sss edit 2018-04-ankara-review");
    command.add_option("ID", options->id, "The record: its id, or KIND/ID")->required();
    command.add_option("--from", options->from, "Begin with this text: one that was kept aside")->type_name("FILE");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    add_commit_options(command, options->commit);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_edit(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
