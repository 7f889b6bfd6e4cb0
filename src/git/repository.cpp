#include "git/commit_text.hpp"
#include "git/memory_limit.hpp"
#include "git/needed_by.hpp"
#include "git/opening.hpp"
#include "git/repository_impl.hpp"
#include "git/tree.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace sss::git {

void initialise_library()
{
    static std::once_flag once;
    std::call_once(once, [] {
        ensure(git_libgit2_init(), "start libgit2");
        MemoryLimit::install();
        // git itself does not re-hash what it reads from a pack; doing so takes most of a run.
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        // Commits and trees are read once each, in the order of their deltas: keeping them costs more than it saves.
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_COMMIT, std::size_t{0});
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, std::size_t{0});
        // A partial clone is opened, so that a missing object can be told with its remedy instead of this extension.
        // The others do not touch what is read, or are judged where a repository is opened.
        char const* extensions[] = {"partialclone",    "worktreeconfig", "relativeworktrees",
                                    "preciousobjects", "objectformat",   "refstorage"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
        // Whose repository may be read is judged as git judges it today, where one is opened.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
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

}  // namespace

RawObject RawObject::of(std::string_view bytes)
{
    auto const copy = std::make_shared<std::string>(bytes);
    RawObject object;
    object.bytes_ = *copy;
    object.owner_ = copy;
    return object;
}

Oid name_of_bytes(std::string_view bytes)
{
    initialise_library();
    git_oid id;
    ensure(git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB), "make a fingerprint");
    return from_git(id);
}

Repository::Repository(std::unique_ptr<Impl> state) : impl_(std::move(state)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

std::optional<Repository> Repository::find(std::filesystem::path const& start, Environment const& environment)
{
    auto opened = open_as_git_does(start, environment);
    if (!opened) return std::nullopt;
    auto state = std::make_unique<Impl>();
    state->start = start;
    state->environment = environment;
    state->repository = std::move(opened->repository);
    state->odb = std::move(opened->odb);
    state->rewriting = std::make_shared<Rewriting const>(read_rewriting(state->repository.get(), environment));
    return Repository{std::move(state)};
}

Repository Repository::open(std::filesystem::path const& start, Environment const& environment)
{
    if (auto repository = find(start, environment)) return std::move(*repository);
    throw Error{fmt::format("find a git repository at {}", start.string()),
                "neither that folder nor one above it is in a git repository",
                "Name the data repository with -C DIR, or make one with `sss init`."};
}

Repository Repository::another_handle() const
{
    auto opened = open_again(impl_->repository.get(), impl_->start, impl_->environment);
    auto state = std::make_unique<Impl>();
    state->start = impl_->start;
    state->environment = impl_->environment;
    state->narrowed = impl_->narrowed;
    state->root_file = impl_->root_file;
    state->homes = impl_->homes;
    state->rewriting = impl_->rewriting;
    state->mailmap = impl_->mailmap;
    state->reads = impl_->reads;
    state->repository = std::move(opened.repository);
    state->odb = std::move(opened.odb);
    return Repository{std::move(state)};
}

void Repository::narrow_to(std::string const& folder, std::string const& root_file)
{
    impl_->narrowed = folder;
    impl_->root_file.clear();
    impl_->homes.reset();
    if (root_file.empty() || folder.empty()) return;
    impl_->homes = std::make_shared<FormerHomes>(folder, root_file);
    auto const tip = head();
    if (tip && !entry_at_path(*this, parse_commit(*tip, read(*tip, ObjectType::commit).bytes()).tree, root_file))
        impl_->root_file = root_file;
}

std::string const& Repository::narrowed_to() const
{
    return impl_->narrowed;
}

/// The tree that stands where the repository was narrowed to; no object where nothing or no folder does.
Oid Repository::folder_of(Oid const& tree) const
{
    if (impl_->narrowed.empty()) return tree;
    auto const entry = entry_at_path(*this, tree, impl_->narrowed);
    if (entry && entry->type == TreeEntry::Type::folder) return entry->id;
    if (impl_->homes)
        for (auto const& home : impl_->homes->of(*this))
            if (auto const former = entry_at_path(*this, tree, home); former && former->type == TreeEntry::Type::folder)
                return former->id;
    auto const at_root = !impl_->root_file.empty() && entry_at_path(*this, tree, impl_->root_file);
    return at_root ? tree : Oid{};
}

Oid Repository::mailmap_of(Oid const& commit) const
{
    auto const entry =
        entry_at_path(*this, parse_commit(commit, read(commit, ObjectType::commit).bytes()).tree, ".mailmap");
    return entry && entry->type == TreeEntry::Type::file ? entry->id : Oid{};
}

void Repository::name_people_as_in(Oid const& commit)
{
    auto const file = mailmap_of(commit);
    auto mailmap = file ? std::make_shared<Mailmap const>(read(file, ObjectType::blob).bytes()) : nullptr;
    impl_->mailmap = mailmap && !mailmap->empty() ? std::move(mailmap) : nullptr;
}

std::vector<Replaced> Repository::replaced_in(Oid const& tip) const
{
    std::vector<Replaced> found;
    auto const& rewriting = *impl_->rewriting;
    if (rewriting.none()) return found;
    std::unordered_set<Oid> history;
    for (auto const& id : reachable(tip, {})) history.insert(id);
    for (auto const& [original, by] : rewriting.objects) {
        // Which folders and files a history holds would have to be searched; these are named wherever they stand.
        if (history.contains(original) || type_of(impl_->odb.get(), original) != GIT_OBJECT_COMMIT)
            found.push_back({original, rewriting.instead_of(original).hex(), false});
    }
    for (auto const& [original, parents] : rewriting.parents) {
        if (!history.contains(original)) continue;
        std::string list;
        for (auto const& parent : parents) list += (list.empty() ? "" : ",") + parent.hex();
        found.push_back({original, std::move(list), true});
    }
    std::ranges::sort(found, {}, [](Replaced const& one) { return std::pair{one.original, one.graft}; });
    return found;
}

std::shared_ptr<std::atomic<std::uint64_t> const> Repository::reads() const
{
    return impl_->reads;
}

std::filesystem::path Repository::work_tree() const
{
    auto const* folder = git_repository_workdir(impl_->repository.get());
    if (folder == nullptr) return {};
    return impl_->narrowed.empty() ? std::filesystem::path{folder} : std::filesystem::path{folder} / impl_->narrowed;
}

std::optional<Oid> Repository::head() const
{
    git_oid id;
    auto const code = git_reference_name_to_id(&id, impl_->repository.get(), "HEAD");
    if (code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH) return std::nullopt;
    if (code < 0)
        throw Damaged{
            "find the commit that HEAD names", last_reason(),
            fmt::format("`git fsck` says: invalid HEAD, or: bad ref. Where HEAD itself is damaged, write into "
                        "it the branch that is checked out, as in \"ref: refs/heads/main\".\n{}",
                        sound_copy)};
    return from_git(id);
}

std::string Repository::head_branch() const
{
    git_reference* found = nullptr;
    if (git_reference_lookup(&found, impl_->repository.get(), "HEAD") < 0) return {};
    ReferenceHandle const head{found};
    auto const* target = git_reference_symbolic_target(found);
    if (target == nullptr) return {};
    std::string_view const name{target};
    constexpr std::string_view prefix = "refs/heads/";
    return std::string{name.starts_with(prefix) ? name.substr(prefix.size()) : name};
}

Commit Repository::whole_commit(Oid const& id) const
{
    auto const object = read(id, ObjectType::commit);
    auto commit = parse_commit(id, object.bytes());
    if (auto const& grafts = impl_->rewriting->parents; !grafts.empty())
        if (auto const graft = grafts.find(id); graft != grafts.end()) commit.parents = graft->second;
    return commit;
}

Commit Repository::commit(Oid const& id) const
{
    auto commit = whole_commit(id);
    commit.tree = folder_of(commit.tree);
    if (impl_->mailmap) {
        impl_->mailmap->apply(commit.author.name, commit.author.email);
        impl_->mailmap->apply(commit.committer.name, commit.committer.email);
    }
    return commit;
}

namespace {

git_object_t library_type(ObjectType type)
{
    switch (type) {
        case ObjectType::blob: return GIT_OBJECT_BLOB;
        case ObjectType::tree: return GIT_OBJECT_TREE;
        case ObjectType::tag: return GIT_OBJECT_TAG;
        case ObjectType::commit: break;
    }
    return GIT_OBJECT_COMMIT;
}

/// The tag that names this object itself; empty where none does.
std::string tag_that_names(git_repository* repository, Oid const& id)
{
    git_reference_iterator* iterator = nullptr;
    if (git_reference_iterator_glob_new(&iterator, repository, "refs/tags/*") < 0) return {};
    ReferenceIteratorHandle const owner{iterator};
    git_reference* reference = nullptr;
    while (git_reference_next(&reference, iterator) == 0) {
        ReferenceHandle const held{reference};
        if (auto const* named = git_reference_target(reference); named != nullptr && from_git(*named) == id)
            return git_reference_name(reference);
    }
    return {};
}

}  // namespace

void Repository::throw_unreadable(Oid const& id, ObjectType type, int code, std::string const& reason) const
{
    auto const* what = git_object_type2string(library_type(type));
    if (code == GIT_ENOTFOUND && is_partial(impl_->repository.get())) {
        throw CiError{
            fmt::format("read the {} {}", what, id.brief()),
            "it is not in this clone, which was made without all objects (--filter)",
            {"Take `filter:` out of the step that uses actions/checkout.",
             "Take --filter out of GIT_CLONE_EXTRA_FLAGS and GIT_FETCH_EXTRA_FLAGS in .gitlab-ci.yml.",
             "Take --filter out of the job's checkout step.", "Fetch them all once: git fetch --refetch --no-filter"}};
    }
    // A tag may name a commit, or an object of its own that does: of one that is missing nobody knows.
    if (auto const tag = code == GIT_ENOTFOUND ? tag_that_names(impl_->repository.get(), id) : ""; !tag.empty())
        throw Damaged{
            fmt::format("read what the tag {} names", visible(tag)),
            fmt::format("the object {} is missing", id.brief()),
            fmt::format("`git fsck` says: {}: invalid sha1 pointer {}\n{}", visible(tag), id.hex(), sound_copy)};
    auto const needed = who_needs(impl_->repository.get(), impl_->odb.get(), id);
    auto const attempt = fmt::format("read the {} {}", what, needed.empty() ? id.brief() : needed);
    if (code == GIT_ENOTFOUND)
        throw Damaged{attempt, "it is missing",
                      fmt::format("`git fsck` says: missing {} {}\n{}", what, id.hex(), sound_copy)};
    throw Damaged{attempt, visible(reason),
                  fmt::format("`git fsck` says: {}: object corrupt or missing\n{}", id.hex(), sound_copy)};
}

int Repository::try_to_read(RawObject& result, Oid const& id, ObjectType type) const
{
    impl_->reads->fetch_add(1, std::memory_order_relaxed);
    auto const raw = to_git(impl_->rewriting->objects.empty() ? id : impl_->rewriting->instead_of(id));
    git_odb_object* object = nullptr;
    if (auto const code = git_odb_read(&object, impl_->odb.get(), &raw); code < 0) return code;
    result.owner_ =
        std::shared_ptr<void>{object, [](void* held) { git_odb_object_free(static_cast<git_odb_object*>(held)); }};
    result.bytes_ = {static_cast<char const*>(git_odb_object_data(object)), git_odb_object_size(object)};
    auto const is = git_odb_object_type(object);
    if (is == library_type(type)) return 0;
    git_error_set_str(GIT_ERROR_OBJECT, fmt::format("it is a {}, not a {}", git_object_type2string(is),
                                                    git_object_type2string(library_type(type)))
                                            .c_str());
    return GIT_ERROR;
}

RawObject Repository::read(Oid const& id, ObjectType type) const
{
    RawObject result;
    if (auto const code = try_to_read(result, id, type); code < 0) throw_unreadable(id, type, code, last_reason());
    return result;
}

std::optional<RawObject> Repository::read_file(Oid const& id, std::size_t limit) const
{
    // git makes a file of another one that is at most 32 times as large, so what a sound file takes is known.
    MemoryLimit const memory{64 * limit};
    RawObject object;
    if (auto const code = try_to_read(object, id, ObjectType::blob); code < 0) {
        if (memory.refused()) return std::nullopt;
        throw_unreadable(id, ObjectType::blob, code, last_reason());
    }
    return object.bytes().size() > limit ? std::nullopt : std::optional{std::move(object)};
}

}  // namespace sss::git
