#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Where a change of several files is written down before it begins, so that the next writer can put back what a killed
/// run has left between before and after.
struct JournalPlace {
    std::filesystem::path folder;  ///< out of git's sight; made when it is first needed
    std::filesystem::path root;    ///< what the paths in the journal are relative to

    std::filesystem::path file() const { return folder / "unfinished.journal"; }
};

/// One file of a change: its bytes before and after; nothing where it does not stand.
struct JournalEntry {
    std::string path;  ///< relative to the root, or absolute where it stands elsewhere
    std::optional<std::string> before, after;

    friend bool operator==(JournalEntry const&, JournalEntry const&) = default;
};

/// The journal's text: lengths and bytes, so that any bytes can stand in it.
std::string journal_text(std::span<JournalEntry const> entries);

/// Nothing where the text is no whole journal.
std::optional<std::vector<JournalEntry>> read_journal_text(std::string_view text);

/// A change of several files that a run could not finish.
struct Unfinished {
    enum class State {
        not_begun,   ///< every file is as it was before
        complete,    ///< every file is as it was to be
        half,        ///< each file is as it was before or as it was to be, and not all alike
        changed,     ///< somebody has changed `path` since: it is neither, so nothing is put back
        unreadable,  ///< the journal is no journal
    };
    State state = State::half;
    std::vector<std::string> paths;  ///< of all files of the change
    std::string path;                ///< only where one was changed since
};

/// Looks for a change that was not finished, and writes nothing. Nothing is said of one that another process is making
/// just now.
std::optional<Unfinished> find_unfinished(JournalPlace const& place);

/// Puts back what is half done, and forgets a change of which nothing or everything is done. Leaves all as it is where
/// a file was changed since. To be called under the lock that keeps writers apart. Throws Error where a file cannot be
/// put back.
std::optional<Unfinished> settle_unfinished(JournalPlace const& place);

}  // namespace sss
