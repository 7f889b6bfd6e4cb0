#include "commands/terminal/editing.hpp"

#include "commands/terminal/ask.hpp"
#include "records/document.hpp"
#include "support/atomic_file.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

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

std::string kept(EditorTask const& task, Copy const& copy)
{
    auto const file = shell_word(copy.file().string());
    return fmt::format("Your text is kept in {0}\n  To go on with it: {1} {0}\n", file, task.again);
}

/// Edits, checks and asks until the text is in place, or left. The copy is gone where nothing of it can be missed.
ExitStatus edit_until_sound(EditorTask const& task, Copy const& copy, CommonOptions const& common,
                            Surroundings const& surroundings)
{
    for (;;) {
        if (auto const status = surroundings.edit(copy.file().string()); status != 0)
            throw Error{"edit " + task.what, fmt::format("the editor ended with {}", status), "Nothing is written."};
        auto const text = copy.text();
        if (text == task.nothing) {
            copy.drop();
            if (!common.quiet) surroundings.complain("sss: nothing changes: the text is as it was\n");
            return ExitStatus::done;
        }
        auto const status = task.take_over(text);
        if (status == ExitStatus::done) {
            copy.drop();
            return status;
        }
        auto const next = surroundings.input_is_terminal ? asked_next(surroundings) : Next::keep;
        if (next == Next::edit) continue;
        if (next == Next::drop) copy.drop();
        surroundings.complain(next == Next::drop ? std::string{"Your text is dropped; the record is as it was.\n"}
                                                 : kept(task, copy));
        return ExitStatus::findings;
    }
}

}  // namespace

ExitStatus edit_until_taken(EditorTask const& task, std::string const& instead, CommonOptions const& common,
                            Surroundings const& surroundings)
{
    if (surroundings.editor.empty())
        throw Error{"edit " + task.what, "no editor is named: neither VISUAL nor EDITOR is set", instead};
    Copy const copy{surroundings, task.name, task.start};
    try {
        return edit_until_sound(task, copy, common, surroundings);
    } catch (Error const&) {
        // What was typed is never lost; what was never touched need not be kept.
        std::string now;
        if (auto const read = read_file(copy.file(), largest_document)) now = read.bytes;
        if (now == task.nothing || (task.stands && task.stands(now)) || (now.empty() && !fs::exists(copy.file())))
            copy.drop();
        else
            surroundings.complain(kept(task, copy));
        throw;
    }
}

}  // namespace sss
