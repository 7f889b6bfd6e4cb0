#include "git/repository.hpp"

#include "git/handles.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <mutex>
#include <utility>

#include <fmt/format.h>

namespace sss::git {

struct Repository::State {
    std::filesystem::path start;
    std::shared_ptr<std::atomic<std::uint64_t>> reads = std::make_shared<std::atomic<std::uint64_t>>(0);
    RepositoryHandle repository;
    OdbHandle odb;
};

void initialise_library()
{
    static std::once_flag once;
    std::call_once(once, [] {
        ensure(git_libgit2_init(), "start libgit2");
        // git itself does not re-hash what it reads from a pack; doing so takes most of a run.
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        // Commits and trees are read once each, in the order of their deltas: keeping them costs more than it saves.
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_COMMIT, std::size_t{0});
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, std::size_t{0});
        // A partial clone is opened, so that a missing object can be told with its remedy instead of this extension.
        char const* extensions[] = {"partialclone", "worktreeconfig"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
    });
}

namespace {

/// Whether the clone was made without all objects: git writes it as a promise of the remote's, older versions as an
/// extension of the repository's.
bool is_partial(git_repository* repository)
{
    git_config* config = nullptr;
    if (git_repository_config_snapshot(&config, repository) < 0) return false;
    ConfigHandle const owner{config};
    git_config_iterator* iterator = nullptr;
    if (git_config_iterator_glob_new(&iterator, config,
                                     "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$") < 0)
        return false;
    ConfigIteratorHandle const iterator_owner{iterator};
    git_config_entry* entry = nullptr;
    while (git_config_next(&entry, iterator) == 0)
        if (std::string_view{entry->value != nullptr ? entry->value : "true"} != "false") return true;
    return false;
}

/// A file that a sparse checkout does not put into the working tree is not a file that was deleted there.
bool left_out_by_sparse_checkout(git_index* index, git_diff_delta const& delta)
{
    auto const* entry = git_index_get_bypath(index, delta.old_file.path, 0);
    return entry != nullptr && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

/// libgit2 refuses a repository of another user. Where git's settings name no safe.directory at all, version 1.5 says
/// "not found" of that setting, which must not read as "no repository here".
bool is_about_the_owner(std::string const& reason)
{
    return reason.find("not owned by current user") != std::string::npos ||
           reason.find("safe.directory") != std::string::npos;
}

/// The folder that git asks to be trusted: the working tree, or the bare repository itself.
std::filesystem::path found_at(std::filesystem::path const& start)
{
    git_buf found = GIT_BUF_INIT;
    auto const code = git_repository_discover(&found, start.c_str(), 0, nullptr);
    std::filesystem::path path{code == 0 ? found.ptr : start.c_str()};
    git_buf_dispose(&found);
    if (!path.has_filename()) path = path.parent_path();  // it ends in a slash
    return path.filename() == ".git" ? path.parent_path() : path;
}

/// How a repository that cannot be opened is explained.
Error cannot_open(std::filesystem::path const& start, std::string const& reason)
{
    auto const attempt = fmt::format("open the git repository at {}", start.string());
    if (is_about_the_owner(reason)) {
        return Error{attempt, "it belongs to another user",
                     fmt::format("If you trust it: git config --global --add safe.directory '{}'\n"
                                 "In a container, run that line as the user that runs sss.",
                                 found_at(start).string())};
    }
    if (reason.find("objectformat") != std::string::npos || reason.find("object format") != std::string::npos) {
        return Error{attempt, "it uses SHA-256 object names, which sss cannot read yet",
                     "Make a SHA-1 copy: git init --object-format=sha1 there, then import the history with "
                     "git fast-export and git fast-import."};
    }
    return Error{attempt, reason};
}

/// What a header line of a commit says: "name <email> seconds offset".
Signature parse_signature(std::string_view line)
{
    Signature signature;
    auto const open = line.find(" <");
    auto const close = line.rfind('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        signature.name = line;
        return signature;
    }
    signature.name = line.substr(0, open);
    signature.email = line.substr(open + 2, close - open - 2);
    auto rest = line.substr(close + 1);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
    if (error != std::errc{}) return signature;
    signature.when = std::chrono::sys_seconds{std::chrono::seconds{seconds}};
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() >= 5 && (rest[0] == '+' || rest[0] == '-')) {
        int digits = 0;
        std::from_chars(rest.data() + 1, rest.data() + 5, digits);
        signature.offset_minutes = (digits / 100 * 60 + digits % 100) * (rest[0] == '-' ? -1 : 1);
    }
    return signature;
}

Oid parse_hex(std::string_view digits)
{
    auto const value = [](char c) { return static_cast<unsigned char>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10); };
    Oid oid;
    for (std::size_t i = 0; i < oid.bytes.size() && i * 2 + 1 < digits.size(); ++i)
        oid.bytes[i] = static_cast<unsigned char>(value(digits[i * 2]) << 4 | value(digits[i * 2 + 1]));
    return oid;
}

Commit parse_commit(Oid const& id, std::string_view text)
{
    Commit commit;
    commit.id = id;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) break;  // the message follows
        if (line.starts_with("tree "))
            commit.tree = parse_hex(line.substr(5));
        else if (line.starts_with("parent "))
            commit.parents.push_back(parse_hex(line.substr(7)));
        else if (line.starts_with("author "))
            commit.author = parse_signature(line.substr(7));
        else if (line.starts_with("committer "))
            commit.committer = parse_signature(line.substr(10));
    }
    commit.message = text;
    return commit;
}

}  // namespace

CiRemedies whole_history_remedies()
{
    return {
        "Give the step that uses actions/checkout these lines:\n"
        "  with:\n"
        "    fetch-depth: 0",
        "Give this job these lines in .gitlab-ci.yml:\n"
        "  variables:\n"
        "    GIT_DEPTH: \"0\"",
        "In the job's Git settings, take 'Shallow clone' out of 'Advanced clone behaviours'; in a Jenkinsfile:\n"
        "  extensions: [cloneOption(shallow: false, noTags: false)]",
        "Fetch the rest: git fetch --unshallow"};
}

Oid name_of_bytes(std::string_view bytes)
{
    initialise_library();
    git_oid id;
    ensure(git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB), "make a fingerprint");
    return from_git(id);
}

Repository::Repository(std::unique_ptr<State> state) : state_(std::move(state)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

std::optional<Repository> Repository::find(std::filesystem::path const& start)
{
    initialise_library();
    auto state = std::make_unique<State>();
    state->start = start;
    git_repository* repository = nullptr;
    auto const code = git_repository_open_ext(&repository, start.c_str(), 0, nullptr);
    auto const reason = code < 0 ? last_reason() : std::string{};
    if (code == GIT_ENOTFOUND && !is_about_the_owner(reason)) return std::nullopt;
    if (code < 0) throw cannot_open(start, reason);
    state->repository.reset(repository);
    git_odb* odb = nullptr;
    ensure(git_repository_odb(&odb, repository),
           fmt::format("open the objects of the repository at {}", start.string()));
    state->odb.reset(odb);
    return Repository{std::move(state)};
}

Repository Repository::open(std::filesystem::path const& start)
{
    if (auto repository = find(start)) return std::move(*repository);
    throw Error{fmt::format("find a git repository at {}", start.string()),
                "neither that folder nor one above it is in a git repository",
                "Name the data repository with -C DIR, or make one with `sss init`."};
}

Repository Repository::another_handle() const
{
    auto other = open(state_->start);
    other.state_->reads = state_->reads;
    return other;
}

std::shared_ptr<std::atomic<std::uint64_t> const> Repository::reads() const
{
    return state_->reads;
}

std::filesystem::path Repository::work_tree() const
{
    auto const* folder = git_repository_workdir(state_->repository.get());
    return folder != nullptr ? std::filesystem::path{folder} : std::filesystem::path{};
}

std::optional<Oid> Repository::head() const
{
    git_oid id;
    auto const code = git_reference_name_to_id(&id, state_->repository.get(), "HEAD");
    if (code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH) return std::nullopt;
    ensure(code, "find the commit that HEAD names");
    return from_git(id);
}

Oid Repository::resolve(std::string const& revision) const
{
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, state_->repository.get(), revision.c_str());
    ObjectHandle const owner{found};
    if (code == GIT_EAMBIGUOUS)
        throw UsageError{fmt::format("'{}' fits several objects of this repository", revision),
                         "Give more of its digits."};
    if (code < 0) {
        auto const end = std::min(revision.find_first_of("~^@:"), revision.size());
        auto const meant = nearest(std::string_view{revision}.substr(0, end), revision_names());
        throw UsageError{fmt::format("'{}' is not a revision of this repository", visible(revision)),
                         meant ? fmt::format("Did you mean '{}{}'?", visible(*meant), visible(revision.substr(end)))
                               : "A branch, a tag, a commit or any form that `git rev-parse` understands will do."};
    }
    git_object* peeled = nullptr;
    if (git_object_peel(&peeled, found, GIT_OBJECT_COMMIT) < 0)
        throw UsageError{fmt::format("'{}' does not lead to a commit", revision)};
    ObjectHandle const commit{peeled};
    return from_git(*git_object_id(peeled));
}

Commit Repository::commit(Oid const& id) const
{
    auto const object = read(id);
    return parse_commit(id, object.bytes());
}

RawObject Repository::read(Oid const& id) const
{
    state_->reads->fetch_add(1, std::memory_order_relaxed);
    auto const raw = to_git(id);
    git_odb_object* object = nullptr;
    auto const code = git_odb_read(&object, state_->odb.get(), &raw);
    if (code < 0) {
        auto const attempt = fmt::format("read the git object {}", id.brief());
        auto const reason = last_reason();
        if (code == GIT_ENOTFOUND && is_partial(state_->repository.get())) {
            throw CiError{attempt,
                          "it is not in this clone, which was made without all objects (--filter)",
                          {"Take `filter:` out of the step that uses actions/checkout.",
                           "Take --filter out of GIT_CLONE_EXTRA_FLAGS and GIT_FETCH_EXTRA_FLAGS in .gitlab-ci.yml.",
                           "Take --filter out of the job's checkout step.",
                           "Fetch them all once: git fetch --refetch --no-filter"}};
        }
        throw Error{attempt, code == GIT_ENOTFOUND ? "it is missing" : reason,
                    "The repository looks damaged; `git fsck` says more."};
    }
    RawObject result;
    result.owner_ =
        std::shared_ptr<void>{object, [](void* held) { git_odb_object_free(static_cast<git_odb_object*>(held)); }};
    result.bytes_ = {static_cast<char const*>(git_odb_object_data(object)), git_odb_object_size(object)};
    return result;
}

std::vector<Oid> Repository::reachable(Oid const& tip, Oid const& hidden) const
{
    git_revwalk* walk = nullptr;
    ensure(git_revwalk_new(&walk, state_->repository.get()), "walk the history");
    RevwalkHandle const owner{walk};
    git_revwalk_sorting(walk, GIT_SORT_NONE);
    auto const from = to_git(tip);
    ensure(git_revwalk_push(walk, &from), fmt::format("walk the history from {}", tip.brief()));
    if (hidden) {
        auto const until = to_git(hidden);
        ensure(git_revwalk_hide(walk, &until), fmt::format("walk the history down to {}", hidden.brief()));
    }
    std::vector<Oid> found;
    git_oid id;
    int code = 0;
    while ((code = git_revwalk_next(&id, walk)) == 0) found.push_back(from_git(id));
    if (code != GIT_ITEROVER) ensure(code, "walk the history", "The repository looks damaged; `git fsck` says more.");
    return found;
}

std::optional<Oid> Repository::merge_base(Oid const& a, Oid const& b) const
{
    git_oid base;
    auto const one = to_git(a);
    auto const other = to_git(b);
    auto const code = git_merge_base(&base, state_->repository.get(), &one, &other);
    if (code == 0) return from_git(base);
    require_whole_history(fmt::format("find where {} and {} parted", a.brief(), b.brief()));
    if (code != GIT_ENOTFOUND) ensure(code, fmt::format("find where {} and {} parted", a.brief(), b.brief()));
    return std::nullopt;
}

bool Repository::is_shallow() const
{
    return git_repository_is_shallow(state_->repository.get()) != 0;
}

Index Repository::index(std::filesystem::path const& file) const
{
    git_index* opened = nullptr;
    if (file.empty())
        ensure(git_repository_index(&opened, state_->repository.get()), "read the index");
    else
        ensure(git_index_open(&opened, file.c_str()), fmt::format("read the index {}", file.string()));
    IndexHandle const owner{opened};
    Index index;
    for (std::size_t i = 0; i < git_index_entrycount(opened); ++i) {
        auto const* entry = git_index_get_byindex(opened, i);
        if (git_index_entry_is_conflict(entry) != 0) {
            if (index.conflicts.empty() || index.conflicts.back() != entry->path)
                index.conflicts.emplace_back(entry->path);
            continue;
        }
        if (entry->mode == GIT_FILEMODE_COMMIT || (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0)
            continue;
        index.entries.push_back({entry->path, from_git(entry->id), entry->mode == GIT_FILEMODE_LINK});
    }
    std::ranges::sort(index.entries, {}, &IndexEntry::path);
    std::ranges::sort(index.conflicts);
    return index;
}

namespace {

std::optional<Annotation> annotation_of(git_object* object)
{
    if (git_object_type(object) != GIT_OBJECT_TAG) return std::nullopt;
    // A tag object owns itself under both types.
    auto* const tag = reinterpret_cast<git_tag*>(object);
    Annotation annotation;
    if (auto const* message = git_tag_message(tag); message != nullptr) annotation.message = message;
    if (auto const* tagger = git_tag_tagger(tag); tagger != nullptr) {
        annotation.tagger =
            Signature{tagger->name != nullptr ? tagger->name : "", tagger->email != nullptr ? tagger->email : "",
                      std::chrono::sys_seconds{std::chrono::seconds{tagger->when.time}}, tagger->when.offset};
    }
    return annotation;
}

}  // namespace

std::vector<Tag> Repository::tags() const
{
    std::vector<Tag> tags;
    struct Payload {
        git_repository* repository;
        std::vector<Tag>* tags;
    } payload{state_->repository.get(), &tags};
    auto const collect = [](char const* name, git_oid* id, void* raw) {
        auto const& [repository, into] = *static_cast<Payload*>(raw);
        git_object* object = nullptr;
        if (git_object_lookup(&object, repository, id, GIT_OBJECT_ANY) < 0) return 0;
        ObjectHandle const owner{object};
        git_object* commit = nullptr;
        if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) < 0)
            return 0;  // a tag of a tree or a blob tells nothing here
        ObjectHandle const peeled{commit};
        constexpr std::string_view prefix = "refs/tags/";
        std::string_view const full{name};
        into->push_back({std::string{full.substr(full.starts_with(prefix) ? prefix.size() : 0)},
                         from_git(*git_object_id(commit)), annotation_of(object)});
        return 0;
    };
    ensure(git_tag_foreach(state_->repository.get(), collect, &payload), "list the tags");
    std::ranges::sort(tags, {}, &Tag::name);
    return tags;
}

std::vector<std::string> Repository::revision_names() const
{
    std::vector<std::string> names;
    auto const collect = [](char const* name, void* raw) {
        std::string_view const full{name};
        for (std::string_view const prefix : {"refs/heads/", "refs/tags/", "refs/remotes/"})
            if (full.starts_with(prefix))
                static_cast<std::vector<std::string>*>(raw)->emplace_back(full.substr(prefix.size()));
        return 0;
    };
    ensure(git_reference_foreach_name(state_->repository.get(), collect, &names), "list the branches and tags");
    std::ranges::sort(names);
    return names;
}

bool Repository::knows(std::string const& revision) const
{
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, state_->repository.get(), revision.c_str());
    ObjectHandle const owner{found};
    return code == 0;
}

void Repository::require_whole_history(std::string const& attempt) const
{
    if (git_repository_is_shallow(state_->repository.get()) == 0) return;
    throw CiError{attempt, "this clone is shallow: it was made with a depth limit, and older history is missing",
                  whole_history_remedies()};
}

std::vector<std::string> Repository::uncommitted(std::string const& folder) const
{
    std::vector<std::string> paths;
    if (git_repository_is_bare(state_->repository.get()) != 0) return paths;
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
                    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    std::string pathspec = folder;
    char* strings[] = {pathspec.data()};
    if (!folder.empty()) options.pathspec = {strings, 1};
    git_status_list* list = nullptr;
    ensure(git_status_list_new(&list, state_->repository.get(), &options), "compare the working tree with HEAD");
    StatusHandle const owner{list};
    git_index* index = nullptr;
    ensure(git_repository_index(&index, state_->repository.get()), "read the index");
    IndexHandle const index_owner{index};
    for (std::size_t i = 0; i < git_status_list_entrycount(list); ++i) {
        auto const* entry = git_status_byindex(list, i);
        if (entry->status == GIT_STATUS_WT_DELETED && left_out_by_sparse_checkout(index, *entry->index_to_workdir))
            continue;
        auto const* delta = entry->index_to_workdir != nullptr ? entry->index_to_workdir : entry->head_to_index;
        paths.emplace_back(delta->new_file.path != nullptr ? delta->new_file.path : delta->old_file.path);
    }
    std::ranges::sort(paths);
    return paths;
}

}  // namespace sss::git
