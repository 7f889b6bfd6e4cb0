#include "git/repository.hpp"

#include "git/commit_text.hpp"
#include "git/handles.hpp"
#include "git/index_file.hpp"
#include "git/mailmap.hpp"
#include "git/memory_limit.hpp"
#include "git/needed_by.hpp"
#include "git/opening.hpp"
#include "git/rewriting.hpp"
#include "git/tree.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace sss::git {

struct Repository::State {
    std::filesystem::path start;
    Environment environment;
    std::string narrowed;   ///< without a slash at its end
    std::string root_file;  ///< where the root of a commit holds it and not that folder, the root is told of
    std::shared_ptr<Rewriting const> rewriting;
    std::shared_ptr<Mailmap const> mailmap;
    std::shared_ptr<std::atomic<std::uint64_t>> reads = std::make_shared<std::atomic<std::uint64_t>>(0);
    RepositoryHandle repository;
    OdbHandle odb;
};

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

git_object_t type_of(git_odb* odb, Oid const& id)
{
    auto const raw = to_git(id);
    std::size_t size = 0;
    auto type = GIT_OBJECT_INVALID;
    return git_odb_read_header(&size, &type, odb, &raw) == 0 ? type : GIT_OBJECT_INVALID;
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

Repository::Repository(std::unique_ptr<State> state) : state_(std::move(state)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

std::optional<Repository> Repository::find(std::filesystem::path const& start, Environment const& environment)
{
    auto opened = open_as_git_does(start, environment);
    if (!opened) return std::nullopt;
    auto state = std::make_unique<State>();
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
    auto other = open(state_->start, state_->environment);
    other.state_->reads = state_->reads;
    other.state_->narrowed = state_->narrowed;
    other.state_->root_file = state_->root_file;
    other.state_->mailmap = state_->mailmap;
    return other;
}

void Repository::narrow_to(std::string const& folder, std::string const& root_file)
{
    state_->narrowed = folder;
    state_->root_file.clear();
    if (root_file.empty() || folder.empty()) return;
    auto const tip = head();
    if (tip && !entry_at_path(*this, parse_commit(*tip, read(*tip, ObjectType::commit).bytes()).tree, root_file))
        state_->root_file = root_file;
}

std::string const& Repository::narrowed_to() const
{
    return state_->narrowed;
}

/// The tree that stands where the repository was narrowed to; no object where nothing or no folder does.
Oid Repository::folder_of(Oid const& tree) const
{
    if (state_->narrowed.empty()) return tree;
    auto const entry = entry_at_path(*this, tree, state_->narrowed);
    if (entry && entry->type == TreeEntry::Type::folder) return entry->id;
    auto const at_root = !state_->root_file.empty() && entry_at_path(*this, tree, state_->root_file);
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
    state_->mailmap = mailmap && !mailmap->empty() ? std::move(mailmap) : nullptr;
}

std::vector<Replaced> Repository::replaced_in(Oid const& tip) const
{
    std::vector<Replaced> found;
    auto const& rewriting = *state_->rewriting;
    if (rewriting.none()) return found;
    std::unordered_set<Oid> history;
    for (auto const& id : reachable(tip, {})) history.insert(id);
    for (auto const& [original, by] : rewriting.objects) {
        // Which folders and files a history holds would have to be searched; these are named wherever they stand.
        if (history.contains(original) || type_of(state_->odb.get(), original) != GIT_OBJECT_COMMIT)
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
    return state_->reads;
}

std::filesystem::path Repository::work_tree() const
{
    auto const* folder = git_repository_workdir(state_->repository.get());
    if (folder == nullptr) return {};
    return state_->narrowed.empty() ? std::filesystem::path{folder} : std::filesystem::path{folder} / state_->narrowed;
}

std::optional<Oid> Repository::head() const
{
    git_oid id;
    auto const code = git_reference_name_to_id(&id, state_->repository.get(), "HEAD");
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
    if (git_reference_lookup(&found, state_->repository.get(), "HEAD") < 0) return {};
    ReferenceHandle const head{found};
    auto const* target = git_reference_symbolic_target(found);
    if (target == nullptr) return {};
    std::string_view const name{target};
    constexpr std::string_view prefix = "refs/heads/";
    return std::string{name.starts_with(prefix) ? name.substr(prefix.size()) : name};
}

namespace {

/// What a name without steps names. libgit2 understands most of what git does, and reads no commit whose clock shows
/// more than 64 bits hold: that one is found by its reference or its whole id.
std::optional<Oid> object_named(git_repository* repository, git_odb* odb, std::string const& name)
{
    git_object* found = nullptr;
    if (git_revparse_single(&found, repository, name.c_str()) == 0) {
        ObjectHandle const owner{found};
        return from_git(*git_object_id(found));
    }
    git_oid id;
    if (name.size() == GIT_OID_HEXSZ && git_oid_fromstr(&id, name.c_str()) == 0 &&
        type_of(odb, from_git(id)) != GIT_OBJECT_INVALID)
        return from_git(id);
    git_reference* reference = nullptr;
    if (git_reference_dwim(&reference, repository, name.c_str()) < 0) return std::nullopt;
    ReferenceHandle const owner{reference};
    if (git_reference_name_to_id(&id, repository, git_reference_name(reference)) < 0) return std::nullopt;
    return from_git(id);
}

}  // namespace

Oid Repository::resolve(std::string const& revision) const
{
    if (!state_->rewriting->none())
        if (auto const found = resolve_rewritten(revision)) return *found;
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, state_->repository.get(), revision.c_str());
    ObjectHandle const owner{found};
    if (code == GIT_EAMBIGUOUS)
        throw UsageError{fmt::format("'{}' fits several objects of this repository", revision),
                         "Give more of its digits."};
    // A commit on the way that libgit2 cannot read may be one that sss can.
    if (code < 0 && code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && revision.find(":/") == std::string::npos &&
        revision.find("^{/") == std::string::npos)
        if (auto const by_ourselves = resolve_rewritten(revision)) return *by_ourselves;
    if (code < 0) {
        auto const end = std::min(revision.find_first_of("~^@:"), revision.size());
        require_sound_revision(revision.substr(0, end), code);
        auto const name = std::string_view{revision}.substr(0, end);
        auto const names = revision_names();
        // A clone that CI makes often has the branch of its origin and none of its own.
        auto const remote =
            std::ranges::find_if(names, [&](std::string const& one) { return one.ends_with('/' + std::string{name}); });
        auto const meant = remote != names.end() ? std::optional<std::string>{*remote} : nearest(name, names);
        throw UsageError{fmt::format("'{}' is not a revision of this repository", visible(revision)),
                         meant ? fmt::format("Did you mean '{}{}'?", visible(*meant), visible(revision.substr(end)))
                               : "A branch, a tag, a commit or any form that `git rev-parse` understands will do."};
    }
    git_object* peeled = nullptr;
    auto const led = git_object_peel(&peeled, found, GIT_OBJECT_COMMIT);
    if (led == GIT_EINVALIDSPEC || led == GIT_EPEEL)
        throw UsageError{fmt::format("'{}' does not lead to a commit", visible(revision))};
    ensure_sound(led, fmt::format("read the commit that {} names", visible(revision)));
    ObjectHandle const commit{peeled};
    return from_git(*git_object_id(peeled));
}

void Repository::require_sound_revision(std::string const& name, int code) const
{
    auto const unknown =
        code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC || code == GIT_EAMBIGUOUS || code == GIT_EPEEL;
    if (!unknown) ensure_sound(code, fmt::format("find the commit that {} names", visible(name)));
    git_reference* found = nullptr;
    auto const looked_up = git_reference_dwim(&found, state_->repository.get(), name.empty() ? "HEAD" : name.c_str());
    ReferenceHandle const owner{found};
    if (looked_up < 0) return;  // no branch and no tag, but perhaps the name of a commit that is not there
    git_reference* direct = nullptr;
    if (git_reference_resolve(&direct, found) < 0) return;
    ReferenceHandle const direct_owner{direct};
    if (auto const* id = git_reference_target(direct); id != nullptr) require_readable_history(from_git(*id));
}

void Repository::require_readable_history(Oid const& from) const
{
    if (is_shallow()) return;
    std::unordered_set<Oid> met{from};
    std::vector<Oid> waiting{from};
    while (!waiting.empty()) {
        auto const at = waiting.back();
        waiting.pop_back();
        if (auto const type = type_of(state_->odb.get(), at); type == GIT_OBJECT_TREE || type == GIT_OBJECT_BLOB)
            return;  // a tag of one
        auto const next =
            type_of(state_->odb.get(), at) == GIT_OBJECT_TAG ? std::vector{peeled(at, at.hex())} : commit(at).parents;
        for (auto const& one : next)
            if (met.insert(one).second) waiting.push_back(one);
    }
}

/// The commit that an object is or leads to, through what replaces it and its tags.
Oid Repository::peeled(Oid const& object, std::string const& said) const
{
    auto at = object;
    while (type_of(state_->odb.get(), state_->rewriting->instead_of(at)) == GIT_OBJECT_TAG) {
        auto const raw = read(at, ObjectType::tag);
        constexpr std::string_view line = "object ";
        git_oid next;
        if (!raw.bytes().starts_with(line) ||
            git_oid_fromstrn(&next, raw.bytes().data() + line.size(), GIT_OID_HEXSZ) < 0)
            break;
        at = from_git(next);
    }
    auto const type = type_of(state_->odb.get(), state_->rewriting->instead_of(at));
    if (type == GIT_OBJECT_INVALID) read(at, ObjectType::commit);  // says what is missing or damaged
    if (type != GIT_OBJECT_COMMIT) throw UsageError{fmt::format("'{}' does not lead to a commit", visible(said))};
    return at;
}

/// A revision where parents are not those that the library knows: a name, and the steps from it taken here. Nothing
/// where the name alone is not understood, which is told as ever.
std::optional<Oid> Repository::resolve_rewritten(std::string const& revision) const
{
    auto const steps = std::min(revision.find_first_of("~^"), revision.size());
    if (revision.starts_with(":/") || revision.find("^{/") != std::string::npos)
        throw UsageError{fmt::format("'{}' seeks words in a history of which parts are replaced", visible(revision)),
                         "Name the commit: `git log --oneline` shows what each is called."};
    if (revision.find(':') != std::string::npos) return std::nullopt;  // leads to no commit
    auto const named = object_named(state_->repository.get(), state_->odb.get(), revision.substr(0, steps));
    if (!named) return std::nullopt;
    auto at = peeled(*named, revision);
    for (std::string_view rest = std::string_view{revision}.substr(steps); !rest.empty();) {
        auto const step = rest.front();
        rest.remove_prefix(1);
        if (step == '^' && rest.starts_with('{')) {
            auto const end = rest.find('}');
            auto const type = rest.substr(0, end);
            if (type != "{commit" && type != "{" && type != "{object") return std::nullopt;
            rest.remove_prefix(end + 1);
            continue;
        }
        if (step != '^' && step != '~') return std::nullopt;
        std::size_t number = 1;
        auto const [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (end != rest.data() && failed != std::errc{}) return std::nullopt;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        auto const missing = [&] {
            return UsageError{fmt::format("'{}' leads beyond the beginning of the history", visible(revision))};
        };
        if (step == '^') {
            if (number == 0) continue;
            auto const parents = commit(at).parents;
            if (parents.size() < number) throw missing();
            at = parents[number - 1];
        }
        for (; step == '~' && number > 0; --number) {
            auto const parents = commit(at).parents;
            if (parents.empty()) throw missing();
            at = parents.front();
        }
    }
    return at;
}

Commit Repository::commit(Oid const& id) const
{
    auto const object = read(id, ObjectType::commit);
    auto commit = parse_commit(id, object.bytes());
    if (auto const& grafts = state_->rewriting->parents; !grafts.empty())
        if (auto const graft = grafts.find(id); graft != grafts.end()) commit.parents = graft->second;
    commit.tree = folder_of(commit.tree);
    if (state_->mailmap) {
        state_->mailmap->apply(commit.author.name, commit.author.email);
        state_->mailmap->apply(commit.committer.name, commit.committer.email);
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

}  // namespace

void Repository::throw_unreadable(Oid const& id, ObjectType type, int code, std::string const& reason) const
{
    auto const* what = git_object_type2string(library_type(type));
    if (code == GIT_ENOTFOUND && is_partial(state_->repository.get())) {
        throw CiError{
            fmt::format("read the {} {}", what, id.brief()),
            "it is not in this clone, which was made without all objects (--filter)",
            {"Take `filter:` out of the step that uses actions/checkout.",
             "Take --filter out of GIT_CLONE_EXTRA_FLAGS and GIT_FETCH_EXTRA_FLAGS in .gitlab-ci.yml.",
             "Take --filter out of the job's checkout step.", "Fetch them all once: git fetch --refetch --no-filter"}};
    }
    auto const needed = who_needs(state_->repository.get(), state_->odb.get(), id);
    auto const attempt = fmt::format("read the {} {}", what, needed.empty() ? id.brief() : needed);
    if (code == GIT_ENOTFOUND)
        throw Damaged{attempt, "it is missing",
                      fmt::format("`git fsck` says: missing {} {}\n{}", what, id.hex(), sound_copy)};
    throw Damaged{attempt, visible(reason),
                  fmt::format("`git fsck` says: {}: object corrupt or missing\n{}", id.hex(), sound_copy)};
}

int Repository::try_to_read(RawObject& result, Oid const& id, ObjectType type) const
{
    state_->reads->fetch_add(1, std::memory_order_relaxed);
    auto const raw = to_git(state_->rewriting->objects.empty() ? id : state_->rewriting->instead_of(id));
    git_odb_object* object = nullptr;
    if (auto const code = git_odb_read(&object, state_->odb.get(), &raw); code < 0) return code;
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

namespace {

/// All commits that one of them leads to, itself among them; found without libgit2.
std::unordered_set<Oid> history_behind(Repository const& repository, Oid const& tip,
                                       std::unordered_set<Oid> const& without)
{
    std::unordered_set<Oid> found;
    std::vector<Oid> waiting{tip};
    while (!waiting.empty()) {
        auto const id = waiting.back();
        waiting.pop_back();
        if (without.contains(id) || !found.insert(id).second) continue;
        for (auto const& parent : repository.commit(id).parents) waiting.push_back(parent);
    }
    return found;
}

/// The best common ancestor, found without libgit2: none of the others leads to it; the newest of such.
std::optional<Oid> best_common(Repository const& repository, Oid const& a, Oid const& b)
{
    auto const one = history_behind(repository, a, {});
    auto const other = history_behind(repository, b, {});
    std::unordered_set<Oid> led_to;  // another common one
    std::vector<Commit> common;
    for (auto const& id : one) {
        if (!other.contains(id)) continue;
        common.push_back(repository.commit(id));
        led_to.insert(common.back().parents.begin(), common.back().parents.end());
    }
    std::optional<Commit> best;
    for (auto const& commit : common)
        if (!led_to.contains(commit.id) &&
            (!best || std::pair{best->committer.when, best->id} < std::pair{commit.committer.when, commit.id}))
            best = commit;
    return best ? std::optional{best->id} : std::nullopt;
}

}  // namespace

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

std::vector<Oid> Repository::reachable(Oid const& tip, Oid const& hidden) const
{
    auto const by_ourselves = [&] {
        auto const without = hidden ? history_behind(*this, hidden, {}) : std::unordered_set<Oid>{};
        auto const found = history_behind(*this, tip, without);
        return std::vector<Oid>{found.begin(), found.end()};
    };
    if (!state_->rewriting->none()) return by_ourselves();
    try {
        return walked(tip, hidden);
    } catch (Error const&) {
        // libgit2 walks by the commits' clocks, and stops at one that shows more than 64 bits hold. Where something
        // else is wrong, reading says so.
        return by_ourselves();
    }
}

std::vector<Oid> Repository::walked(Oid const& tip, Oid const& hidden) const
{
    git_revwalk* walk = nullptr;
    ensure_sound(git_revwalk_new(&walk, state_->repository.get()), "walk the history");
    RevwalkHandle const owner{walk};
    git_revwalk_sorting(walk, GIT_SORT_NONE);
    auto const from = to_git(tip);
    auto const pushed = git_revwalk_push(walk, &from);
    if (pushed < 0) require_readable_history(tip);
    ensure_sound(pushed, fmt::format("walk the history from {}", tip.brief()));
    if (hidden) {
        auto const until = to_git(hidden);
        auto const hid = git_revwalk_hide(walk, &until);
        if (hid < 0) require_readable_history(hidden);
        ensure_sound(hid, fmt::format("walk the history down to {}", hidden.brief()));
    }
    std::vector<Oid> found;
    git_oid id;
    int code = 0;
    while ((code = git_revwalk_next(&id, walk)) == 0) found.push_back(from_git(id));
    if (code == GIT_ITEROVER) return found;
    require_readable_history(tip);
    ensure_sound(code, "walk the history");
    return found;
}

std::optional<Oid> Repository::merge_base(Oid const& a, Oid const& b) const
{
    if (!state_->rewriting->none()) {
        auto const found = best_common(*this, a, b);
        if (!found) require_whole_history(fmt::format("find where {} and {} parted", a.brief(), b.brief()));
        return found;
    }
    git_oid base;
    auto const one = to_git(a);
    auto const other = to_git(b);
    auto const code = git_merge_base(&base, state_->repository.get(), &one, &other);
    if (code == 0) return from_git(base);
    require_whole_history(fmt::format("find where {} and {} parted", a.brief(), b.brief()));
    for (auto const& side : {a, b}) require_readable_history(side);  // a missing commit hides a base as well
    if (code == GIT_ENOTFOUND) return std::nullopt;
    return best_common(*this, a, b);  // libgit2 cannot read a clock that shows more than 64 bits hold
}

bool Repository::is_shallow() const
{
    if (git_repository_is_shallow(state_->repository.get()) == 0) return false;
    // As git reads it: a list of commits. Of one that names none that is here, nothing was cut off.
    auto const path = std::filesystem::path{git_repository_commondir(state_->repository.get())} / "shallow";
    std::ifstream file{path};
    auto cut_off = false;
    for (std::string line; std::getline(file, line);) {
        git_oid id;
        if (line.size() != GIT_OID_HEXSZ || git_oid_fromstrn(&id, line.data(), line.size()) < 0)
            throw Damaged{fmt::format("read {}", visible(path.string())), "it is no list of commits",
                          fmt::format("git says: bad shallow line\n{}", sound_copy)};
        cut_off = cut_off || type_of(state_->odb.get(), from_git(id)) == GIT_OBJECT_COMMIT;
    }
    return cut_off || file.bad();
}

Index Repository::index(std::filesystem::path const& file) const
{
    auto* repository = state_->repository.get();
    std::filesystem::path const git_folder{git_repository_path(repository)};
    auto const* top = git_repository_workdir(repository);
    // git goes to the working tree's top before it looks at such a path.
    auto const named = file.is_relative() && top != nullptr ? top / file : file;
    auto const read = read_index_file(file.empty() ? git_folder / "index" : named, git_folder);
    // In a sparse checkout, what stands there all the same is looked at.
    auto const sparse = top != nullptr && is_on(repository, state_->environment, "core.sparsecheckout", false);
    auto const prefix = state_->narrowed.empty() ? std::string{} : state_->narrowed + '/';
    Index index;
    auto const add = [&](std::string_view path, Oid const& id, bool link, bool unchanged) {
        if (path.starts_with(prefix))
            index.entries.push_back({std::string{path.substr(prefix.size())}, id, link, unchanged});
    };
    for (auto const& entry : read) {
        if (entry.stage != 0) {
            if (std::string_view{entry.path}.starts_with(prefix) &&
                (index.conflicts.empty() || index.conflicts.back() != entry.path.substr(prefix.size())))
                index.conflicts.push_back(entry.path.substr(prefix.size()));
            continue;
        }
        if (entry.is_submodule() && std::string_view{entry.path}.starts_with(prefix))
            index.submodules.push_back(entry.path.substr(prefix.size()));
        if (entry.is_submodule() || entry.announced) continue;
        if (entry.is_folder()) {  // of a sparse index: none of it is in the working tree
            for_each_file(
                *this, entry.id, [](std::string_view) { return true; },
                [&](std::string const& path, TreeEntry const& inner) {
                    if (inner.type != TreeEntry::Type::submodule)
                        add(entry.path + path, inner.id, inner.type == TreeEntry::Type::link, true);
                });
            continue;
        }
        std::error_code failed;
        auto const there =
            sparse && entry.skip_worktree && std::filesystem::exists(top / std::filesystem::path{entry.path}, failed);
        add(entry.path, entry.id, entry.is_link(), entry.assume_unchanged || (entry.skip_worktree && !there));
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
                      known_moment(tagger->when.time), tagger->when.offset};
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
        std::string unreadable;  ///< the name of a tag
        int code = 0;
    } payload{state_->repository.get(), &tags, {}, 0};
    auto const collect = [](char const* name, git_oid* id, void* raw) -> int {
        auto& [repository, into, unreadable, code] = *static_cast<Payload*>(raw);
        git_object* object = nullptr;
        code = git_object_lookup(&object, repository, id, GIT_OBJECT_ANY);
        ObjectHandle const owner{object};
        git_object* commit = nullptr;
        if (code == 0) code = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
        if (code == GIT_EINVALIDSPEC || code == GIT_EPEEL) return code = 0;  // a tag of a tree or a blob: nothing here
        if (code < 0) {
            unreadable = name;
            return GIT_EUSER;
        }
        ObjectHandle const peeled{commit};
        constexpr std::string_view prefix = "refs/tags/";
        std::string_view const full{name};
        into->push_back({std::string{full.substr(full.starts_with(prefix) ? prefix.size() : 0)},
                         from_git(*git_object_id(commit)), annotation_of(object)});
        return 0;
    };
    auto const listed = git_tag_foreach(state_->repository.get(), collect, &payload);
    if (!payload.unreadable.empty())
        throw Damaged{
            fmt::format("read the tag {}", visible(payload.unreadable)),
            payload.code == GIT_ENOTFOUND ? "what it names is missing" : last_reason(),
            fmt::format("`git fsck` says: {}: invalid sha1 pointer\n{}", visible(payload.unreadable), sound_copy)};
    ensure_sound(listed, "list the tags");
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
    ensure_sound(git_reference_foreach_name(state_->repository.get(), collect, &names), "list the branches and tags");
    std::ranges::sort(names);
    return names;
}

bool Repository::knows(std::string const& revision) const
{
    if (!state_->rewriting->none()) {
        try {
            if (resolve_rewritten(revision)) return true;
        } catch (UsageError const&) {
            return false;
        }
    }
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, state_->repository.get(), revision.c_str());
    ObjectHandle const owner{found};
    if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EAMBIGUOUS && code != GIT_EPEEL)
        ensure_sound(code, fmt::format("find the commit that {} names", visible(revision)));
    return code == 0;
}

void Repository::require_whole_history(std::string const& attempt) const
{
    if (!is_shallow()) return;
    throw CiError{attempt, "this clone is shallow: it was made with a depth limit, and older history is missing",
                  whole_history_remedies()};
}

namespace {

constexpr std::array<char const*, 3> changing_attributes{"filter", "working-tree-encoding", "ident"};

bool names_a_filter(std::string_view attributes)
{
    return std::ranges::any_of(changing_attributes,
                               [&](char const* name) { return attributes.find(name) != std::string_view::npos; });
}

std::string read_small_file(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The folders themselves and all above them, "" among them.
std::set<std::string> with_those_above(std::vector<std::string> const& folders)
{
    std::set<std::string> all{""};
    for (auto folder : folders) {
        while (!folder.empty()) {
            all.insert(folder);
            auto const slash = folder.rfind('/');
            folder.resize(slash == std::string::npos ? 0 : slash);
        }
    }
    return all;
}

}  // namespace

std::optional<Filtered> Repository::first_filtered(std::vector<std::string> const& folders,
                                                   std::function<std::vector<std::string>()> const& paths,
                                                   std::optional<Oid> const& commit) const
{
    auto* repository = state_->repository.get();
    auto const prefix = state_->narrowed.empty() ? std::string{} : state_->narrowed + '/';
    auto inner = std::vector{state_->narrowed};
    for (auto const& folder : folders) inner.push_back(prefix + folder);
    auto const* top = git_repository_workdir(repository);
    auto const tree = commit ? parse_commit(*commit, read(*commit, ObjectType::commit).bytes()).tree : Oid{};
    auto const text_of = [&](std::string const& path) {
        if (!commit) return top != nullptr ? read_small_file(top + path) : std::string{};
        auto const entry = entry_at_path(*this, tree, path);
        return entry && entry->type == TreeEntry::Type::file ? std::string{read(entry->id, ObjectType::blob).bytes()}
                                                             : std::string{};
    };
    auto const attributes_in = [&](std::string const& folder) {
        return text_of(folder.empty() ? std::string{".gitattributes"} : folder + "/.gitattributes");
    };
    auto const places = with_those_above(inner);
    auto possible =
        std::ranges::any_of(places, [&](std::string const& folder) { return names_a_filter(attributes_in(folder)); });
    if (!possible && !commit)
        possible = names_a_filter(
            read_small_file(std::filesystem::path{git_repository_commondir(repository)} / "info" / "attributes"));
    if (!possible) return std::nullopt;

    // Of a commit alone: through a handle whose index holds nothing, for the library asks that first.
    auto const other = another_handle();
    repository = other.state_->repository.get();
    git_attr_options options = GIT_ATTR_OPTIONS_INIT;
    if (commit) {
        git_index* nothing = nullptr;
        ensure(git_index_new(&nothing), "read the attributes of a commit");
        IndexHandle const owner{nothing};
        ensure(git_repository_set_index(repository, nothing), "read the attributes of a commit");
        options.flags = GIT_ATTR_CHECK_INDEX_ONLY | GIT_ATTR_CHECK_NO_SYSTEM | GIT_ATTR_CHECK_INCLUDE_COMMIT;
        options.attr_commit_id = to_git(*commit);
    }
    for (auto const& path : paths()) {
        for (auto const* name : changing_attributes) {
            char const* value = nullptr;
            ensure(git_attr_get_ext(&value, repository, &options, (prefix + path).c_str(), name),
                   fmt::format("read git's attributes of {}", visible(path)));
            // git writes into a file's "$Id$" which version it is; a file without one stays as it is.
            if (std::string_view{name} == "ident" && text_of(prefix + path).find("$Id") == std::string::npos) continue;
            switch (git_attr_value(value)) {
                case GIT_ATTR_VALUE_TRUE: return Filtered{path, name};
                case GIT_ATTR_VALUE_STRING: return Filtered{path, fmt::format("{}={}", name, value)};
                case GIT_ATTR_VALUE_UNSPECIFIED:
                case GIT_ATTR_VALUE_FALSE: break;
            }
        }
    }
    return std::nullopt;
}

namespace {

/// An index that the library cannot read itself, for the library.
IndexHandle index_for_library(std::vector<IndexFileEntry> const& entries, std::filesystem::path const& file)
{
    git_index* made = nullptr;
    ensure(git_index_new(&made), "compare the working tree with the index");
    IndexHandle index{made};
    struct stat info {};
    ::stat(file.c_str(), &info);
    for (auto const& from : entries) {
        git_index_entry entry{};
        auto const& stat = from.stat;
        // A file that was written after the index or with it may have changed without showing it: its bytes tell.
        auto const doubtful = std::int64_t{stat[2]} >= std::int64_t{info.st_mtime};
        entry.ctime = {static_cast<std::int32_t>(stat[0]), stat[1]};
        entry.mtime = {doubtful ? 0 : static_cast<std::int32_t>(stat[2]), doubtful ? 0 : stat[3]};
        entry.dev = stat[4];
        entry.ino = stat[5];
        entry.mode = from.mode();
        entry.uid = stat[7];
        entry.gid = stat[8];
        entry.file_size = stat[9];
        entry.id = to_git(from.id);
        entry.flags = static_cast<std::uint16_t>(from.stage << GIT_INDEX_ENTRY_STAGESHIFT |
                                                 (from.assume_unchanged ? GIT_INDEX_ENTRY_VALID : 0));
        entry.flags_extended = static_cast<std::uint16_t>((from.skip_worktree ? GIT_INDEX_ENTRY_SKIP_WORKTREE : 0) |
                                                          (from.announced ? GIT_INDEX_ENTRY_INTENT_TO_ADD : 0));
        entry.path = from.path.c_str();
        if (!from.is_folder()) ensure(git_index_add(made, &entry), "compare the working tree with the index");
    }
    return index;
}

bool same_name(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// Whether a file of the working tree is what is staged but for the line ends that git puts there and takes away.
bool differs_by_line_ends(Repository const& repository, Index const& staged, std::string const& path,
                          std::filesystem::path const& file)
{
    auto const entry = std::ranges::lower_bound(staged.entries, path, {}, &IndexEntry::path);
    std::error_code failed;
    if (entry == staged.entries.end() || entry->path != path || !std::filesystem::is_regular_file(file, failed))
        return false;
    auto const without_returns = [](std::string_view text) {
        std::string plain;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
        return plain;
    };
    return without_returns(read_small_file(file)) ==
           without_returns(repository.read(entry->id, ObjectType::blob).bytes());
}

}  // namespace

std::vector<std::string> Repository::uncommitted(std::string const& folder) const
{
    auto* repository = state_->repository.get();
    std::set<std::string> paths;
    if (git_repository_is_bare(repository) != 0) return {};
    auto const prefix = state_->narrowed.empty() ? std::string{} : state_->narrowed + '/';
    // HEAD against the index: as it is read here, for the library knows of no replaced objects.
    std::map<std::string, Oid> committed;
    auto const within = [&](std::string_view path) {
        return folder.empty() || path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
    };
    if (auto const tip = head())
        for_each_file(
            *this, commit(*tip).tree,
            [&](std::string_view inner) { return within(inner) || folder.starts_with(std::string{inner} + '/'); },
            [&](std::string const& path, TreeEntry const& entry) {
                if (within(path) && entry.type != TreeEntry::Type::submodule) committed.emplace(path, entry.id);
            });
    auto const staged = index();
    std::set<std::string_view> unchanged;
    for (auto const& entry : staged.entries) {
        if (!within(entry.path)) continue;
        if (entry.taken_as_unchanged) unchanged.insert(entry.path);
        auto const found = committed.find(entry.path);
        if (found == committed.end() || found->second != entry.id) paths.insert(entry.path);
        if (found != committed.end()) committed.erase(found);
    }
    for (auto const& [path, id] : committed) paths.insert(path);
    for (auto const& path : staged.conflicts)
        if (within(path)) paths.insert(path);

    // The index against the working tree.
    git_index* index = nullptr;
    std::filesystem::path const git_folder{git_repository_path(repository)};
    IndexHandle own;
    if (git_repository_index(&index, repository) < 0) {
        own = index_for_library(read_index_file(git_folder / "index", git_folder), git_folder / "index");
        ensure(git_repository_set_index(repository, own.get()), "compare the working tree with the index");
        ensure(git_repository_index(&index, repository), "compare the working tree with the index");
    }
    IndexHandle const index_owner{index};
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.show = GIT_STATUS_SHOW_WORKDIR_ONLY;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
                    GIT_STATUS_OPT_INCLUDE_IGNORED | GIT_STATUS_OPT_RECURSE_IGNORED_DIRS |
                    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    if (own) options.flags |= GIT_STATUS_OPT_NO_REFRESH;
    auto pathspec = prefix + folder;
    if (pathspec.ends_with('/')) pathspec.pop_back();
    char* strings[] = {pathspec.data()};
    if (!pathspec.empty()) options.pathspec = {strings, 1};
    // The library reads no settings of the environment.
    auto line_ends_are_git_s = false;
    for (auto const& [key, value] : state_->environment.settings)
        if (same_name(key, "core.autocrlf")) line_ends_are_git_s = !same_name(value, "false");
    auto const top = work_tree();
    git_status_list* list = nullptr;
    ensure_sound(git_status_list_new(&list, repository, &options), "compare the working tree with the index");
    StatusHandle const owner{list};
    for (std::size_t i = 0; i < git_status_list_entrycount(list); ++i) {
        auto const* delta = git_status_byindex(list, i)->index_to_workdir;
        if (delta == nullptr) continue;
        std::string_view path{delta->new_file.path != nullptr ? delta->new_file.path : delta->old_file.path};
        if (!path.starts_with(prefix)) continue;
        path.remove_prefix(prefix.size());
        if (unchanged.contains(path)) continue;
        if (line_ends_are_git_s && differs_by_line_ends(*this, staged, std::string{path}, top / std::string{path}))
            continue;
        paths.insert(std::string{path});
    }
    return {paths.begin(), paths.end()};
}

}  // namespace sss::git
