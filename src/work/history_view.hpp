#pragma once

#include "git/repository.hpp"
#include "history/first_parent_line.hpp"
#include "history/history.hpp"
#include "history/removal.hpp"
#include "programme/date.hpp"
#include "records/layout.hpp"
#include "records/records.hpp"
#include "schema/configuration.hpp"
#include "support/zone.hpp"
#include "work/opening.hpp"
#include "work/request.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What is committed, as whoever speaks of history looks at it.
struct HistoryView {
    git::Repository repository;
    std::optional<git::Commit> tip =
        {};  ///< HEAD or the revision that is asked for; nothing while there is no commit yet
    std::unique_ptr<Configuration const> configuration = {};  ///< of the tip
    std::unique_ptr<FirstParentLine const> line = {};  ///< of the tip: when commits landed; none without a commit
    Day today = {};                                    ///< the clock's, or the day that is asked for
    std::optional<git::Commit> now =
        {};  ///< the commit that stood at the end of `today`; the tip where no day is asked for
    bool as_of = false;
    std::string settings_file = {};       ///< that was named in place of sss.toml; empty: none was
    bool empty = false;                   ///< it holds no record
    std::optional<Removal> removal = {};  ///< because this took the last ones away

    /// What whole_history() read last, and up to which commit.
    struct Whole {
        std::optional<git::Oid> to;
        History history;
    };
    std::shared_ptr<Whole> whole = std::make_shared<Whole>();

    /// Where on the line each file of the archive first stood, once somebody has asked.
    using KeptSince = std::optional<std::map<std::string, std::size_t>>;
    std::shared_ptr<KeptSince> kept_since = std::make_shared<KeptSince>();
};

/// Opens it, and remarks where the data folder holds changes that are not committed and so not shown,
/// and why there is no record where there is none. An Error where records stand there and cannot be seen.
HistoryView open_history_view(ProgrammeRequest const& programme, MomentRequest const& moment, Outside const& outside);

/// The same of a repository that is open already.
HistoryView open_history_view(git::Repository repository, ProgrammeRequest const& programme,
                              MomentRequest const& moment, Outside const& outside);

/// What the history tells up to a commit, or since another one; nothing where there is no commit.
History read_history(HistoryView const& past, std::optional<git::Commit> const& to,
                     std::optional<git::Oid> const& from = std::nullopt);

/// All that the history tells up to a commit. What was read last is kept in the view: who asks for the same again waits
/// for nothing. Not to be asked by two threads at once.
History const& whole_history(HistoryView const& past, std::optional<git::Commit> const& to);

/// The commit that stood at the end of a day; nothing where all came later.
std::optional<git::Commit> landed_by(HistoryView const& past, Day day);

/// The records of a commit; none where there is none.
Records records_of(HistoryView const& past, std::optional<git::Commit> const& commit);

/// The same through a handle of its own, for a thread beside the one that reads the history.
Records records_beside(HistoryView const& past, std::optional<git::Commit> const& commit);

/// What `history` leaves out, and which clocks are not believed, as a remark.
void remark_gaps(History const& history, Zone const& zone, Outside const& outside);

}  // namespace sss
