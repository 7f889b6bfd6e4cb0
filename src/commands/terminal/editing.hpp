#pragma once

#include "commands/command_line.hpp"

#include <functional>
#include <string>

namespace sss {

/// A text that somebody works on in an editor, until it is in place or left.
struct EditorTask {
    std::string what;     ///< "the record"
    std::string name;     ///< of the file that the editor shows
    std::string start;    ///< what it begins with
    std::string nothing;  ///< the text of which nothing is to be made: as it was
    std::string again;    ///< the command that goes on with a text that was kept, up to its file: "sss edit cdr --from"
    /// Whether the text stands in place: nothing of it can be missed. Empty: nobody knows.
    std::function<bool(std::string const& text)> stands = {};
    /// Puts the text in place; `findings` where it says what is wrong with it.
    std::function<ExitStatus(std::string const& text)> take_over;
};

/// Opens a copy of the text in the editor, takes it over, and where that does not go asks what now. What was typed is
/// never lost: a copy is kept where nothing came of it, and its name is said.
/// @param instead  for the Error where no editor is named: what does without one
ExitStatus edit_until_taken(EditorTask const& task, std::string const& instead, CommonOptions const& common,
                            Surroundings const& surroundings);

}  // namespace sss
