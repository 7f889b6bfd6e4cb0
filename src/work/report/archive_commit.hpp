#pragma once

#include "programme/period.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/history_view.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sss {

/// A report that stands in an archive.
struct KeptFile {
    std::filesystem::path path;
    Period period;
};

/// How those of the reports are committed that git does not know yet: no paths where it knows all of them, or is told
/// to ignore them. Without a command where no working tree of the data repository holds the folder.
/// @param subject  of the message; empty: made of the reports' periods
CommitProposal propose_kept(std::vector<KeptFile> reports, std::string const& subject,
                            std::filesystem::path const& folder, HistoryView const& past,
                            ProgrammeRequest const& programme);

}  // namespace sss
