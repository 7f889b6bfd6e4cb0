#pragma once

#include "git/environment.hpp"
#include "support/ci.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What a run is handed from outside. Only `main` makes one from the real world; everything below sees what stands
/// here and nothing else, so that the same input gives the same bytes.
struct Surroundings {
    std::function<void(std::string_view)> print;            ///< standard output: results
    std::function<void(std::string_view)> complain;         ///< standard error: everything else
    std::function<std::optional<std::string>()> read_line;  ///< one line of standard input; nothing at its end
    /// The rest of standard input. Of what is longer than `most` bytes one more is read, and no end is waited for; an
    /// Error where it cannot be read.
    std::function<std::string(std::size_t most)> read_all;

    /// Shows on a terminal how far a long run has come: the text of `status`, which is asked from another thread, after
    /// a second and until something is printed. Does nothing where standard error is no terminal; may be empty.
    std::function<void(std::function<std::string()> status)> follow;

    /// SOURCE_DATE_EPOCH where that is set, else the clock; a UsageError where that is no number.
    std::function<std::chrono::sys_seconds()> now;

    std::string editor;  ///< $VISUAL, or else $EDITOR; empty: none is named
    /// Opens the file in `editor` and waits until it is closed; how the editor ended.
    std::function<int(std::string const& file)> edit;
    /// Runs git with these words, in the environment of this run, and waits for it; how it ended. What git and its
    /// hooks print goes to standard error.
    std::function<int(std::vector<std::string> const& words)> run_git;
    /// Makes a folder of its own for files that are worked on, readable by nobody else.
    std::function<std::string()> scratch_folder;

    bool input_is_terminal = false;
    bool output_is_terminal = false;
    bool color_wanted = true;      ///< false where NO_COLOR is set or the terminal is dumb
    int width = 80;                ///< columns of the terminal; 80 where there is none
    std::string index_file;        ///< GIT_INDEX_FILE, which git gives its hooks; empty: the repository's own index
    git::Environment git;          ///< what git goes by beside its files
    CiSystem ci = CiSystem::none;  ///< the system that runs us: some failures are mended there
};

}  // namespace sss
