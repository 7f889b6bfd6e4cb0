#include "git/rewriting.hpp"

#include "git/opening.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace sss::git {
namespace {

std::optional<Oid> oid_of(std::string_view hex)
{
    git_oid id;
    if (hex.size() != GIT_OID_HEXSZ || git_oid_fromstrn(&id, hex.data(), hex.size()) < 0) return std::nullopt;
    return from_git(id);
}

void read_replacements(Rewriting& rewriting, git_repository* repository, std::string const& base)
{
    git_reference_iterator* iterator = nullptr;
    ensure_sound(git_reference_iterator_glob_new(&iterator, repository, (base + "*").c_str()),
                 "list what git replaces");
    ReferenceIteratorHandle const owner{iterator};
    git_reference* found = nullptr;
    auto code = 0;
    while ((code = git_reference_next(&found, iterator)) == 0) {
        ReferenceHandle const reference{found};
        auto const* target = git_reference_target(found);
        auto const original = oid_of(std::string_view{git_reference_name(found)}.substr(base.size()));
        if (target != nullptr && original) rewriting.objects[*original] = from_git(*target);
    }
    if (code != GIT_ITEROVER) ensure_sound(code, "list what git replaces");
}

/// Lines of a commit and the parents that it is to have.
void read_grafts(Rewriting& rewriting, std::filesystem::path const& path)
{
    std::ifstream file{path};
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.front() == '#') continue;
        std::vector<Oid> ids;
        for (std::string_view rest{line}; !rest.empty();) {
            auto const word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
            auto const id = oid_of(word);
            if (!id)
                throw Error{fmt::format("read the grafts in {}", path.string()),
                            fmt::format("line {} is no list of commits", number),
                            "Turn them into replacements: git replace --convert-graft-file"};
            ids.push_back(*id);
        }
        rewriting.parents[ids.front()] = {ids.begin() + 1, ids.end()};
    }
}

}  // namespace

Oid Rewriting::instead_of(Oid const& id) const
{
    constexpr int deepest = 5;  // git's own bound
    auto at = id;
    for (int depth = 0; depth < deepest; ++depth) {
        auto const found = objects.find(at);
        if (found == objects.end()) return at;
        at = found->second;
    }
    throw Error{fmt::format("read the git object {}", id.brief()), "what replaces it is replaced in turn, without end",
                "See them: git replace --list --format=medium"};
}

Rewriting read_rewriting(git_repository* repository, Environment const& environment)
{
    Rewriting rewriting;
    std::filesystem::path const home{git_repository_commondir(repository)};
    if (!environment.no_replacing && is_on(repository, "core.usereplacerefs", true))
        read_replacements(rewriting, repository,
                          environment.replace_base.empty() ? "refs/replace/" : environment.replace_base);
    std::filesystem::path const grafts{environment.graft_file};
    if (environment.graft_file.empty())
        read_grafts(rewriting, home / "info" / "grafts");
    else
        read_grafts(rewriting, grafts);
    return rewriting;
}

}  // namespace sss::git
