#pragma once

#include "git/repository.hpp"
#include "history/first_parent_line.hpp"
#include "programme/date.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sss {

/// A commit that is tagged: what it contains and no tagged commit before it did is a release.
struct Release {
    std::vector<git::Tag> tags;  ///< at least one: versions first, the highest of them leading, then by name
    git::Oid commit;
    Day landed;  ///< the day on which the commit landed
    Day day;     ///< the day of the leading tag's own date; of a lightweight tag the commit's
};

/// The releases of a stretch of history.
struct Releases {
    /// Newest first. Those whose leading tags are versions of one family stand in the order of the versions, in the
    /// places that the order of landing gives to that family; all others stand where they landed.
    std::vector<Release> all;
    /// Each commit that a release contains, side branches included → the index in `all` of the one that landed first;
    /// what is not yet released is not in it.
    std::unordered_map<git::Oid, std::size_t> by_commit;
    std::vector<std::string> elsewhere;  ///< tags of other branches, and of what came later than `tip`
};

/// What is looked at for releases.
struct ReleaseStretch {
    git::Oid tip;
    std::optional<git::Oid> from = {};                   ///< the line is followed down to where it left this commit
    std::optional<std::chrono::sys_seconds> until = {};  ///< annotated tags of a later date were not known then
};

/// The releases of a stretch.
/// @param line  says when commits landed
Releases find_releases(git::Repository const& repository, ReleaseStretch const& stretch, FirstParentLine const& line);

/// The tagged commit before this one on its line; nothing where there is none.
std::optional<git::Oid> release_before(git::Repository const& repository, git::Oid const& commit);

/// The first line of what an annotated tag says; empty where it says nothing, or is only signed.
std::string_view first_line(git::Annotation const& annotation);

}  // namespace sss
