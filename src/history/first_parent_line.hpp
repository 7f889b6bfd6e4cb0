#pragma once

#include "git/repository.hpp"
#include "history/walk.hpp"
#include "programme/date.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sss {

/// One commit of a first-parent line, and when it landed.
struct Landing {
    git::Oid id;
    git::Oid tree;
    std::chrono::sys_seconds clock;  ///< what its committer's clock said
    std::chrono::sys_seconds at;     ///< the moment by which it counts: its clock's, or another's where that lied
    bool believed() const { return clock == at; }
};

/// The first-parent line of a commit, read back as far as it is asked for. All that sss says of days goes by the
/// landings of one line, that of the branch it looks at, so that every command says the same (see landing_moments()).
///
/// A commit is judged by what stands after it and at least fifty commits before it. Positions count from the tip, which
/// is 0. Safe to share between threads: it reads through a handle of its own.
class FirstParentLine {
public:
    FirstParentLine(git::Repository const& repository, git::Oid const& tip, Zone zone);

    Zone const& zone() const { return zone_; }
    /// How many commits it has: reads it to its end.
    std::size_t size() const;
    /// Nothing behind the line's end.
    std::optional<Landing> landing(std::size_t position) const;
    /// The day on which the commit at this position, which stands on the line, landed.
    Day day(std::size_t position) const { return zone_.day_of(landing(position).value().at); }
    /// Nothing where the commit does not stand on the line.
    std::optional<std::size_t> find(git::Oid const& id) const;
    /// The newest position that had landed by the end of a day; nothing where all landed later.
    std::optional<std::size_t> landed_by(Day day) const;

    /// Says of each landing of a walk when it was. A walk of another line is judged by itself.
    void judge(Walk& walk) const;
    /// Whether somebody who sees no more than the commit at this position, and what stands behind it, judges alike.
    bool same_from(std::size_t position) const;

private:
    void read(git::Commit const& commit) const;
    void read_until(std::size_t many) const;
    void learn(Walk const& walk, std::size_t position) const;
    void settle(std::size_t position) const;

    git::Repository repository_;
    Zone zone_;
    std::mutex mutable mutex_;
    // Newest first, as far as was read.
    std::vector<Landing> mutable known_;
    std::unordered_map<git::Oid, std::size_t> mutable positions_;
    std::size_t mutable settled_ = 0;  ///< how many were known when they were judged last
    git::Oid mutable next_;            ///< the first that was not read; none: the line's end was reached
};

}  // namespace sss
