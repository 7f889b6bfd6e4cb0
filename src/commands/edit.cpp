#include "commands/changing.hpp"
#include "commands/terminal/ask.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/named_file.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

struct EditOptions {
    std::string id;
    std::string from;
    std::string reason;
    CommitOptions commit;
};

/// The copy on which the editor works. It is kept until somebody says that it is no longer needed.
class Copy {
public:
    Copy(Surroundings const& surroundings, std::string const& name, std::string_view text)
        : folder_(surroundings.scratch_folder()), file_(folder_ / name)
    {
        write_whole(file_, text);
    }

    fs::path const& file() const { return file_; }

    std::string text() const
    {
        auto read = read_file(file_, largest_document);
        if (read.outcome == FileContents::Outcome::too_large)
            throw Error{"take over what was edited", "it is larger than a record may be (1 MiB)"};
        if (!read)
            throw Error{fmt::format("read {}", file_.string()),
                        read.reason.empty() ? "the editor has left no file there" : read.reason};
        return std::move(read.bytes);
    }

    void drop() const
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

private:
    fs::path folder_;
    fs::path file_;
};

enum class Next { edit, keep, drop };

Next asked_next(Surroundings const& surroundings)
{
    Question const question{.name = "What now?",
                            .description = "edit it again, keep the text aside for later, or drop it",
                            .choices = {"edit", "keep", "drop"},
                            .fallback = "edit"};
    auto const judge = [&](std::string const& answer) {
        auto const known = std::ranges::find(question.choices, answer) != question.choices.end();
        return known ? std::nullopt : std::optional{Objection{"edit, keep or drop", {}}};
    };
    auto const answer = ask(surroundings, question, judge);
    return answer == "drop" ? Next::drop : answer == "keep" ? Next::keep : Next::edit;
}

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

std::string kept(EditOptions const& options, Copy const& copy)
{
    return fmt::format("Your text is kept in {0}\n  To go on with it: sss edit {1} --from {0}\n",
                       shell_word(copy.file().string()), shell_word(options.id));
}

void run_editor(Copy const& copy, Surroundings const& surroundings)
{
    if (auto const status = surroundings.edit(copy.file().string()); status != 0)
        throw Error{"edit the record", fmt::format("the editor ended with {}", status), "Nothing is written."};
}

/// Edits, checks and asks until the text is in place, or left. The copy is gone where nothing of it can be missed.
ExitStatus edit_until_sound(EditOptions const& options, Record const& record, Copy const& copy,
                            CommonOptions const& common, Surroundings const& surroundings)
{
    for (;;) {
        run_editor(copy, surroundings);
        auto const text = copy.text();
        if (text == record.text) {
            copy.drop();
            if (!common.quiet) surroundings.complain("sss: nothing changes: the text is as it was\n");
            return ExitStatus::done;
        }
        auto const status = take_over(options, record, text, common, surroundings);
        if (status == ExitStatus::done) {
            copy.drop();
            return status;
        }
        auto const next = surroundings.input_is_terminal ? asked_next(surroundings) : Next::keep;
        if (next == Next::edit) continue;
        if (next == Next::drop) copy.drop();
        surroundings.complain(next == Next::drop ? std::string{"Your text is dropped; the record is as it was.\n"}
                                                 : kept(options, copy));
        return ExitStatus::findings;
    }
}

ExitStatus run_edit(EditOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const tree = open_working_tree(common);
    auto const& record = find_record(tree.records, options.id);
    if (surroundings.editor.empty())
        throw Error{fmt::format("edit {}", visible(record.path())),
                    "no editor is named: neither VISUAL nor EDITOR is set",
                    fmt::format("Name one, as in: EDITOR=nano sss edit {0}\nOr change a field without one: sss set {0} "
                                "FIELD=VALUE",
                                shell_word(options.id))};
    auto const name = fs::path{record.path()}.filename().string();
    auto const start = starting_text(options, record);
    Copy const copy{surroundings, name, start};
    try {
        return edit_until_sound(options, record, copy, common, surroundings);
    } catch (Error const&) {
        // What was typed is never lost; what was never touched need not be kept.
        std::string now;
        if (auto const read = read_file(copy.file(), largest_document)) now = read.bytes;
        if (now == record.text || (now.empty() && !fs::exists(copy.file())))
            copy.drop();
        else
            surroundings.complain(kept(options, copy));
        throw;
    }
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
