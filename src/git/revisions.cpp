#include "git/commit_text.hpp"
#include "git/repository_impl.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace sss::git {

// What revisions, branches and tags name.

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
    if (!impl_->rewriting->none())
        if (auto const found = resolve_rewritten(revision)) return *found;
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, impl_->repository.get(), revision.c_str());
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
    auto const looked_up = git_reference_dwim(&found, impl_->repository.get(), name.empty() ? "HEAD" : name.c_str());
    ReferenceHandle const owner{found};
    if (looked_up < 0) return;  // no branch and no tag, but perhaps the name of a commit that is not there
    git_reference* direct = nullptr;
    if (git_reference_resolve(&direct, found) < 0) return;
    ReferenceHandle const direct_owner{direct};
    if (auto const* id = git_reference_target(direct); id != nullptr) require_readable_history(from_git(*id));
}

/// The commit that an object is or leads to, through what replaces it and its tags.
Oid Repository::peeled(Oid const& object, std::string const& said) const
{
    auto at = object;
    while (type_of(impl_->odb.get(), impl_->rewriting->instead_of(at)) == GIT_OBJECT_TAG) {
        auto const raw = read(at, ObjectType::tag);
        constexpr std::string_view line = "object ";
        git_oid next;
        if (!raw.bytes().starts_with(line) ||
            git_oid_fromstrn(&next, raw.bytes().data() + line.size(), GIT_OID_HEXSZ) < 0)
            break;
        at = from_git(next);
    }
    auto const type = type_of(impl_->odb.get(), impl_->rewriting->instead_of(at));
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
    auto const named = object_named(impl_->repository.get(), impl_->odb.get(), revision.substr(0, steps));
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
    } payload{impl_->repository.get(), &tags, {}, 0};
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
    auto const listed = git_tag_foreach(impl_->repository.get(), collect, &payload);
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
    ensure_sound(git_reference_foreach_name(impl_->repository.get(), collect, &names), "list the branches and tags");
    std::ranges::sort(names);
    return names;
}

bool Repository::knows(std::string const& revision) const
{
    if (!impl_->rewriting->none()) {
        try {
            if (resolve_rewritten(revision)) return true;
        } catch (UsageError const&) {
            return false;
        }
    }
    git_object* found = nullptr;
    auto const code = git_revparse_single(&found, impl_->repository.get(), revision.c_str());
    ObjectHandle const owner{found};
    if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EAMBIGUOUS && code != GIT_EPEEL)
        ensure_sound(code, fmt::format("find the commit that {} names", visible(revision)));
    return code == 0;
}

}  // namespace sss::git
