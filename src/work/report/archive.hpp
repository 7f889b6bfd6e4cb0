#pragma once

#include "programme/period.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/report/making.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace sss {

/// What an archive of reports is asked for.
struct ArchiveRequest {
    std::string folder = {};  ///< empty: the one of `[report] archive`, below the root
    /// Week, month, quarter or year; nothing: as often as [publication] promises, else weekly.
    std::optional<PeriodUnit> every = {};
    bool if_changed = false;   ///< periods that brought nothing new get no report
    bool committed = false;    ///< they are to be committed: an Error where the working tree cannot be read
    std::string subject = {};  ///< of that commit, in the user's words; empty: made of their periods
};

/// What became of the periods that have ended.
struct ArchiveOutcome {
    PeriodUnit every = PeriodUnit::week;
    bool begun = true;   ///< false: there is no commit yet, and so no period
    std::string folder;  ///< as it was named
    std::size_t written = 0;
    std::size_t standing = 0;   ///< whose report stood there already
    std::size_t unchanged = 0;  ///< that brought nothing new and got none
    std::size_t silent = 0;     ///< within a long silence between two commits, which got none
    CommitProposal commit;      ///< how those are committed that git does not know yet; no paths: none, or none was
                                ///< wanted and nobody can tell
};

/// Writes the report of each period that has ended since the first commit that holds records, where none stands yet:
/// the bytes that it would have alone. The history is read once for all of them.
/// @param request  in a format, not by a template
/// @param before   hears of what is to be committed where it would be, before anything is written
ArchiveOutcome write_archive(ArchiveRequest const& archive, ReportRequest const& request,
                             ProgrammeRequest const& programme, Outside const& outside,
                             std::function<void(CommitProposal const&)> const& before);

}  // namespace sss
