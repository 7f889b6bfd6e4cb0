#pragma once

#include "history/history.hpp"
#include "history/promise_kept.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sss {

/// The part of the past that rules look back at. All that is known of the records in question is told, so that it can
/// be said since when something stood; only the commits of the stretch are judged.
struct JudgedHistory {
    enum class Extent : std::uint8_t {
        uncommitted,  ///< what no commit holds yet
        since,        ///< what a branch brings: judged as one, whatever its steps
        whole,        ///< all of the past, and every record: judged by what landed together
    };
    Extent extent = Extent::whole;
    History history;              ///< oldest first; what is not committed yet as its last commit, without an id
    std::vector<bool> is_judged;  ///< by index into history.commits
    int correction_days = 7;      ///< `[history] correction_days`
    int stale_days = 90;          ///< `[report] stale_days`
    std::vector<PromisedReport> promised = {};  ///< of the whole past, where reports were promised
    std::string archive = "reports";            ///< where they are kept

    bool committed(std::uint32_t commit) const { return bool{history.commits[commit].commit.id}; }
};

/// Changes that no commit holds yet, as a history of one commit without an id.
History pending(std::vector<Change> changes, std::chrono::sys_seconds now);

/// The same of a commit, told as one that landed by itself.
History landed(git::Commit commit, std::chrono::sys_seconds when, std::vector<Change> changes);

/// The past in which all is judged.
JudgedHistory whole_past(History history);

}  // namespace sss
