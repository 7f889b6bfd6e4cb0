#pragma once

#include "git/repository.hpp"
#include "programme/date.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sss {

/// A commit of the branch's line that is tagged: what landed since the tagged commit before it is a release.
struct Release {
    std::vector<git::Tag> tags;  ///< at least one: versions first, the highest of them leading, then by name
    git::Oid commit;
    Day landed;  ///< the commit's day, by its committer's clock
    Day day;     ///< the day of the leading tag's own date; of a lightweight tag the commit's
};

/// The releases of a stretch of history.
struct Releases {
    /// Newest first. Those whose leading tags are versions of one family stand in the order of the versions, in the
    /// places that the order of landing gives to that family; all others stand where they landed.
    std::vector<Release> all;
    /// Each commit of the line that belongs to a release → its index in `all`; what landed after the newest tagged
    /// commit is not in it.
    std::unordered_map<git::Oid, std::size_t> by_landing;
    std::vector<std::string> aside;      ///< tags in this history that stand on side branches: no release of the line
    std::vector<std::string> elsewhere;  ///< tags of other branches, and of what came later than `tip`
};

/// What is looked at for releases.
struct ReleaseStretch {
    git::Oid tip;
    std::optional<git::Oid> from = {};                   ///< the line is followed down to where it left this commit
    std::optional<std::chrono::sys_seconds> until = {};  ///< annotated tags of a later date were not known then
};

/// The releases on the first-parent line of a stretch.
Releases find_releases(git::Repository const& repository, ReleaseStretch const& stretch, Zone const& zone);

/// The tagged commit before this one on its line; nothing where there is none.
std::optional<git::Oid> release_before(git::Repository const& repository, git::Oid const& commit);

/// The first line of what an annotated tag says; empty where it says nothing, or is only signed.
std::string_view first_line(git::Annotation const& annotation);

}  // namespace sss
