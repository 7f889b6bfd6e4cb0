#pragma once

#include "commands/command_line.hpp"
#include "commands/report_making.hpp"

#include <string>

namespace sss {

/// What an archive of reports is asked for.
struct ArchiveOptions {
    bool wanted = false;
    std::string folder;          ///< empty: the one of `[report] archive`, below the root
    std::string every = "week";  ///< week, month, quarter or year
    bool if_changed = false;     ///< periods that brought nothing new get no report
};

/// Writes the report of each period that has ended since the first commit that holds records, where none stands yet:
/// the bytes that it would have alone. The history is read once for all of them.
ExitStatus write_archive(ArchiveOptions const& archive, ReportOptions const& options, CommonOptions const& common,
                         Surroundings const& surroundings);

}  // namespace sss
