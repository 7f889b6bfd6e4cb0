#pragma once

#include <string>
#include <vector>

namespace sss {

// The programs that sss starts, and only where its user asks for them: an editor (`sss edit`), and git (`--commit`).
// While one runs, Ctrl-C is its own. Each returns how it ended, as a shell tells it: 128 and the signal's number where
// a signal ended it, 127 where it cannot be started.

/// Runs the user's own editor as git does: the words of $EDITOR are the shell's to understand, the file is not.
int run_editor(std::string const& editor, std::string const& file);

/// Runs a program that is found on the PATH, its words as they are, without a shell; its standard output goes to
/// standard error.
int run_program(std::string const& program, std::vector<std::string> const& words);

}  // namespace sss
