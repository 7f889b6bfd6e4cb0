#pragma once

#include "git/damage.hpp"
#include "git/environment.hpp"
#include "git/oid.hpp"
#include "support/ci.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss::git {

/// Who signed, and when. Names and messages come from anyone: bytes, not trusted text.
struct Signature {
    std::string name;
    std::string email;
    std::chrono::sys_seconds when;
    int offset_minutes = 0;  ///< of the signer's clock from UTC
};

struct Commit {
    Oid id;
    Oid tree;
    std::vector<Oid> parents;
    Signature author;
    Signature committer;
    std::string message;
};

/// What an object is meant to be by whatever names it.
enum class ObjectType : std::uint8_t { blob, tree, commit, tag };

/// The bytes of one object, owned.
class RawObject {
public:
    RawObject() = default;
    /// Bytes that come from elsewhere than a repository.
    static RawObject of(std::string_view bytes);

    std::string_view bytes() const { return bytes_; }

private:
    friend class Repository;
    std::shared_ptr<void> owner_;
    std::string_view bytes_;
};

/// Who made a tag object, and what it says. Bytes of anyone, as in a commit.
struct Annotation {
    std::optional<Signature> tagger;  ///< absent in tags of git's first years
    std::string message;
};

/// A tag that leads to a commit, through as many tag objects as it takes.
struct Tag {
    std::string name;
    Oid commit;
    std::optional<Annotation> annotation = {};  ///< of the outermost tag object; a lightweight tag has none
};

/// One file or link as the index holds it, for the next commit.
struct IndexEntry {
    std::string path;
    Oid id;
    bool link = false;
    bool taken_as_unchanged = false;  ///< git looks at no file in its place (`--assume-unchanged`, `--skip-worktree`)
};

struct Index {
    std::vector<IndexEntry> entries;      ///< by path; submodules, and what was only announced (`git add -N`), left out
    std::vector<std::string> submodules;  ///< their paths
    std::vector<std::string> conflicts;   ///< paths that a merge left unresolved, by name
};

/// How a clone that was made with a depth limit gets the rest of its history.
CiRemedies whole_history_remedies();

/// The name that git gives a file of these bytes: a fingerprint that nobody can forge.
Oid name_of_bytes(std::string_view bytes);

/// A file that git hands to a filter, and the attribute that says so ("filter=lfs").
struct Filtered {
    std::string path;
    std::string attribute;
};

/// What was put in the place of a commit or another object: by `git replace`, or by a graft of its parents.
struct Replaced {
    Oid original;
    std::string by;  ///< the other object's name; of a graft the parents' names, separated by commas
    bool graft = false;
    bool operator==(Replaced const&) const = default;
};

/// A git repository, read without starting a process and without taking a lock, as git itself sees it: what replaces an
/// object is read in its place, a commit's words come out of their encoding, and its names are those of `.mailmap`. All
/// failures are Errors that say what was attempted and what to do; those of a damaged repository are Damaged.
class Repository {
public:
    /// Finds the repository that holds `start` (a folder in it, or a bare one), looking upwards as git does.
    static Repository open(std::filesystem::path const& start, Environment const& environment = {});
    /// The same, or nothing where no repository holds `start`; other failures are still Errors. A `.git` on the way
    /// that is no repository is a damaged one: git passes over it, and another one further up is not the one that was
    /// meant.
    static std::optional<Repository> find(std::filesystem::path const& start, Environment const& environment = {});

    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;
    ~Repository();

    /// The same repository once more, for another thread: libgit2 reads one object at a time through a handle.
    Repository another_handle() const;

    /// How many objects were read so far, through this handle and those made of it: to be watched while they work.
    std::shared_ptr<std::atomic<std::uint64_t> const> reads() const;

    /// From here on the repository is this folder of it alone: trees, the index, the working tree and what is not
    /// committed are told of it, with paths that begin in it. "" is the whole.
    /// @param root_file  a file that stands in the folder, and says of older commits in which the folder is not there
    /// yet
    ///                   that what is told of stood at their root (unless HEAD's root holds it too: that is another's),
    ///                   or in the folder that a commit of HEAD's line left for this one
    void narrow_to(std::string const& folder, std::string const& root_file = {});
    /// A commit with its whole tree, whatever this was narrowed to, and with the names that it was written with.
    Commit whole_commit(Oid const& id) const;
    /// What it was narrowed to; empty: the whole is told of.
    std::string const& narrowed_to() const;

    /// From here on people are called as the `.mailmap` of this commit says; it stands at the whole repository's root,
    /// whatever this one was narrowed to.
    void name_people_as_in(Oid const& commit);
    /// What tells whether two commits name people alike; no object: this one has no `.mailmap`.
    Oid mailmap_of(Oid const& commit) const;

    /// What is read in the place of something else, as far as it stands in the history of this commit; by name.
    std::vector<Replaced> replaced_in(Oid const& tip) const;

    /// The folder of the working tree; empty for a bare repository.
    std::filesystem::path work_tree() const;

    /// The commit that HEAD names; nothing where its branch has none: while there is no commit yet, or where it names a
    /// branch that is not there.
    std::optional<Oid> head() const;

    /// The branch that HEAD names ("main"), whether it is there or not; empty where HEAD names a commit itself.
    std::string head_branch() const;

    /// The commit that a revision names: anything `git rev-parse` understands. An unknown one is a UsageError.
    Oid resolve(std::string const& revision) const;

    Commit commit(Oid const& id) const;

    /// The object's bytes. One that is missing, damaged or of another type is Damaged; a missing object of a partial
    /// clone is an Error that names its own remedy.
    RawObject read(Oid const& id, ObjectType type) const;

    /// The same of a file; nothing where it has more bytes than `limit`, which are then not read into memory.
    std::optional<RawObject> read_file(Oid const& id, std::size_t limit) const;

    /// The commits reachable from `tip` and not from `hidden` (no object: from nowhere), in no particular order;
    /// lazily, so that a short range of a long history costs little.
    std::vector<Oid> reachable(Oid const& tip, Oid const& hidden) const;

    /// The best common ancestor of two commits; nothing where they have none. Where a shallow clone may hide it, an
    /// Error that names the remedy.
    std::optional<Oid> merge_base(Oid const& a, Oid const& b) const;

    /// Whether older history is missing (a clone made with a depth limit).
    bool is_shallow() const;

    /// The first of some files whose bytes git changes between the working tree and its commits by more than line ends:
    /// nothing here runs a filter, so what the two hold cannot be compared.
    /// @param folders  in which `.gitattributes` may stand, beside those on the way to them
    /// @param paths    asked for only where some attribute may name a filter
    /// @param commit   whose attributes count; nothing: those of the working tree
    std::optional<Filtered> first_filtered(std::vector<std::string> const& folders,
                                           std::function<std::vector<std::string>()> const& paths,
                                           std::optional<Oid> const& commit) const;

    /// What is staged. @param file  another index file than the repository's own (git names one to its hooks)
    Index index(std::filesystem::path const& file = {}) const;

    /// What git's settings say under a name ("sss.organisation"), the strongest of them; nothing where none does.
    std::optional<std::string> setting(std::string const& name) const;

    /// Whether a merge or a cherry-pick is under way, which git commits as a whole or not at all.
    bool is_merging() const;

    /// How many commits of HEAD's branch the branch that it is pushed to does not hold; nothing where it has none.
    std::optional<std::size_t> unpushed() const;

    /// Tags that lead to commits, sorted by name.
    std::vector<Tag> tags() const;

    /// The short names of branches and tags, sorted: what a mistyped revision may have meant.
    std::vector<std::string> revision_names() const;

    /// Whether git knows such a revision at all; whatever it leads to.
    bool knows(std::string const& revision) const;

    /// Throws the Error that names the remedy where older history is missing (a clone made with a depth limit).
    void require_whole_history(std::string const& attempt) const;

    /// Paths below `folder` ("" for all) whose state in the working tree or the index is not HEAD's, untracked ones
    /// included; sorted. Empty for a bare repository.
    std::vector<std::string> uncommitted(std::string const& folder) const;

private:
    struct Impl;
    explicit Repository(std::unique_ptr<Impl> state);
    Oid folder_of(Oid const& tree) const;
    std::optional<std::vector<Oid>> walked_by_library(Oid const& tip, Oid const& hidden) const;
    Oid peeled(Oid const& object, std::string const& said) const;
    int try_to_read(RawObject& result, Oid const& id, ObjectType type) const;
    /// Throws what tells why an object cannot be read, and what needs it.
    [[noreturn]] void throw_unreadable(Oid const& id, ObjectType type, int code, std::string const& reason) const;
    /// Of a revision that was not found: throws where that is because the repository is damaged.
    void require_sound_revision(std::string const& name, int code) const;
    /// Throws where a commit that history leads to from here cannot be read: the library says only "not found".
    void require_readable_history(Oid const& from) const;
    std::optional<Oid> resolve_rewritten(std::string const& revision) const;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sss::git
