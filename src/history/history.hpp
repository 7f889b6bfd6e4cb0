#pragma once

#include "git/repository.hpp"
#include "programme/kind.hpp"
#include "programme/value.hpp"
#include "records/layout.hpp"
#include "support/zone.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

class FirstParentLine;

/// Which record: the kind lives as long as the layout that the history was read with.
struct RecordKey {
    Kind const* kind = nullptr;
    std::string id;
    bool operator==(RecordKey const&) const = default;
};

/// By the order of kinds in the layout's list, then by id.
struct RecordKeyLess {
    bool operator()(RecordKey const& a, RecordKey const& b) const
    {
        if (a.kind != b.kind) return a.kind->name < b.kind->name;
        return a.id < b.id;
    }
};

/// What sss tells of a commit that changed records.
struct LandedCommit {
    git::Commit commit;
    git::Oid landed;                     ///< the commit of the first-parent line by which it reached the branch
    std::chrono::sys_seconds landed_at;  ///< when: the clock of all grouping (see landing_moments())
    std::string reason;                  ///< of its trailers `Reason: …`, joined; empty where there is none
    bool correction = false;             ///< the trailer `Correction: yes`
    /// What the landing commit's clock said, where it is not believed and another one's stands in `landed_at`.
    std::optional<std::chrono::sys_seconds> disbelieved = {};
};

/// The first line of a commit's message.
std::string_view subject(git::Commit const& commit);

/// One top-level field of a record, before and after. Absent: the record had no such field. The values are those of the
/// versions that were compared, not copies.
struct MemberChange {
    std::string key;
    SharedValue from;
    SharedValue to;
    std::uint32_t commit = 0;  ///< index into History::commits
};

enum class ChangeType : std::uint8_t { added, removed, changed };

/// What one commit did to one record; or, in a net history, what a group of commits did.
struct Change {
    RecordKey record;
    ChangeType type = ChangeType::changed;
    std::string former_id;     ///< of a record that was renamed; empty otherwise
    std::string title;         ///< as it stands after the change (before it, for a removal); the id where there is none
    std::uint32_t commit = 0;  ///< index into History::commits; of a net change: the last of them
    std::vector<MemberChange> members;     ///< of a changed record, in the order of the file
    std::shared_ptr<Table const> content;  ///< of an added record what it says, of a removed one what it said
};

/// A record whose file could not be read at an end of a stretch of history: what is told of it goes by the version
/// before.
struct UnreadRecord {
    RecordKey record;
    std::shared_ptr<Table const> said;  ///< what the last version that could be read says; empty: none could
};

/// While a record's file could not be read, by the clock of landings.
struct UnreadWhile {
    RecordKey record;
    std::chrono::sys_seconds from;
    std::optional<std::chrono::sys_seconds> until;  ///< nothing: to the end
};

/// What changed in a stretch of history, field by field.
struct History {
    Zone zone = Zone::utc();            ///< the programme's, in which dates and landings are days
    std::vector<LandedCommit> commits;  ///< those that changed records, in the order in which they reached the branch
    std::vector<Change> changes;        ///< in that order; within a commit by kind and id

    std::size_t commits_walked = 0;
    std::size_t versions = 0;             ///< distinct versions of records that were met
    std::size_t unreadable_versions = 0;  ///< of these: not TOML, or beyond a limit; what they said is not told
    std::size_t renames_not_sought = 0;   ///< commits in which too many records came and went to look for renames
    bool former_folders = false;          ///< a kind's folder had another path before

    /// Of the files that changed: those that could not be read where the stretch begins, and those where it ends. Such
    /// a record is no part of the state there, so that counts which go by the changes alone need to know of it.
    std::vector<UnreadRecord> unread_before;
    std::vector<UnreadRecord> unread_after;
    std::vector<UnreadWhile> unread_while;  ///< and between them
};

/// A landing by whose own clock its changes are not told.
struct Disbelieved {
    git::Oid landed;
    std::chrono::sys_seconds clock;      ///< what it said
    std::chrono::sys_seconds landed_at;  ///< the moment by which it counts
    bool operator==(Disbelieved const&) const = default;
};

/// Those among the commits of a history, each once.
std::vector<Disbelieved> disbelieved(History const& history);

/// Reads the changes of all records in the commits reachable from `tip` and, where `from` is given, not from it.
///
/// A change is told when it reaches the first-parent line. On a line without merges that is each commit's own
/// difference to its parent. What a merge brings is told by the commits of its side branches, with their own authors,
/// where their steps add up to what the merge changed; where they do not (both sides touched the record, or the merge
/// itself edited it) each field is told once, by the last side commit that gave it the value that landed, or else by
/// the merge. So the steps always add up to the difference of the two ends. Where `from` does not stand on the
/// first-parent line of `tip` (a branch of its own), the whole stretch is told as if one merge had landed it on `from`.
///
/// Dates that say the same in another spelling, sets in another order and tables in another layout are no change.
/// @param line  of the branch that is looked at, which says when commits landed; `tip` need not stand on it
History read_history(git::Repository const& repository, Layout const& layout, FirstParentLine const& line,
                     git::Oid const& tip, std::optional<git::Oid> const& from = std::nullopt);

/// The whole past of a few records, as read_history tells it among all others, at a fraction of the cost: only the
/// folders of their kinds are compared, and only their files are parsed. Reads the whole history all the same where one
/// of them may have had another name before.
History read_past_of(git::Repository const& repository, Layout const& layout, FirstParentLine const& line,
                     git::Oid const& tip, std::span<RecordKey const> records);

/// Two histories, the second of which begins where the first one ends, as one: what is needed to count moves over a
/// stretch and all that came before it.
History continued(History past, History const& stretch);

/// Whether two values of a field say the same: dates by the days they mean, sets and items with keys without order,
/// numbers whether written with a point or without; in tables and lists too.
/// @param path  as the schema knows it: "planned", "orbit.altitude_km", "action[].due"
bool same_meaning(Kind const& kind, std::string const& path, Value const& a, Value const& b);

/// The same of a value of which only the field is known, not what stands within it.
bool same_meaning(Field const* field, Value const& a, Value const& b);

}  // namespace sss
