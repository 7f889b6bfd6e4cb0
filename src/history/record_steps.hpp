#pragma once

#include "git/path_changes.hpp"
#include "history/history.hpp"
#include "history/walk.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One side of a comparison: a pair of trees, and which commit of the walk it belongs to.
struct Edge {
    std::uint32_t step;       ///< index into Walk::steps
    bool whole_line = false;  ///< the commit stands on the first-parent line: this edge says what landed with it
    bool side_merge = false;  ///< one of several edges of a merge that stands on a side branch
};

/// What one step of the walk did to one file, before renames are known.
struct RecordStep {
    std::uint32_t step;                   ///< index into Walk::steps: who is told as its author
    std::uint32_t file;                   ///< index into the list of files
    std::shared_ptr<Table const> before;  ///< of a removal (else empty): what the record said
    std::shared_ptr<Table const> after;   ///< of an addition (else empty): what the record says
    std::vector<MemberChange> members;    ///< of a change
    std::string title;
};

/// Blobs of one file, read in one go: distinct ids and their bytes, so that parsing needs no repository.
struct Versions {
    std::vector<git::Oid> ids;
    std::vector<std::optional<git::RawObject>> bytes;  ///< nothing: more of them than a record may have
};

struct FileSteps {
    std::vector<RecordStep> steps;
    std::size_t versions = 0;
    std::size_t unreadable = 0;

    /// What a step of a branch made of a version that the line did not have.
    struct Apart {
        std::uint32_t step;                   ///< index into Walk::steps
        std::shared_ptr<Table const> before;  ///< as the branch had it
        std::shared_ptr<Table const> after;   ///< empty: the branch took it away
    };
    std::vector<Apart> taken;      ///< removals that landed, where the line said something else by then
    std::vector<Apart> elsewhere;  ///< edits of what the line no longer had under this name

    /// A record that a landing brought: what it says then.
    struct Brought {
        std::uint32_t landing;
        std::shared_ptr<Table const> content;
    };
    std::vector<Brought> brought;

    /// While versions that cannot be read stood on the line: from a landing, to the one that mended them or took them
    /// away.
    struct Unread {
        std::uint32_t from;
        std::optional<std::uint32_t> until;
    };
    std::vector<Unread> unread;

    bool unread_before = false;  ///< the version that stood on the line before the first landing is not readable
    bool unread_after = false;   ///< nor is the one after the last
    std::shared_ptr<Table const> said_before, said;  ///< where one is not: the last that could be; empty: none could
};

/// Turns the differences of one file into what is told of it, landing by landing.
/// @param said  what the file last said before the first landing, where the version that stood there is not readable
FileSteps record_steps(Kind const& kind, std::uint32_t file, std::vector<git::BlobChange> const& changes,
                       std::vector<Edge> const& edges, Walk const& walk, Versions const& versions,
                       std::shared_ptr<Table const> const& said = nullptr);

}  // namespace sss
