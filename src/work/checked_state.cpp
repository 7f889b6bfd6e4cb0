#include "work/checked_state.hpp"

#include "git/tree_bounds.hpp"
#include "history/first_parent_line.hpp"
#include "history/former_records.hpp"
#include "rules/rules.hpp"
#include "schema/configuration.hpp"
#include "support/utf8.hpp"
#include "work/absence.hpp"
#include "work/opening.hpp"
#include "work/typed_path.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<Files const> staged_files(git::Repository const& repository, Outside const& outside)
{
    if (repository.work_tree().empty())
        throw UsageError{"this repository is bare: it has no index", "Name a revision: sss validate --rev main"};
    auto index = repository.index(outside.index_file);
    if (!index.conflicts.empty())
        throw Error{"check what is staged", fmt::format("a merge left {} unresolved", visible(index.conflicts.front())),
                    "Resolve it and `git add` it; `git status` names all that are left."};
    return std::make_unique<IndexFiles const>(repository, std::move(index));
}

/// The time zone that the settings of a commit name.
Zone zone_of(git::Repository const& repository, std::optional<git::Oid> const& tip, ProgrammeRequest const& programme)
{
    TreeFiles const files{repository, tip ? repository.commit(*tip).tree : git::Oid{}};
    return read_configuration(files, named_settings(programme), rule_names())->zone;
}

/// The commit that is looked at: --rev or HEAD, or what stood there at the end of the day of --as-of.
void look_at_commit(CheckedState& state, StateRequest const& request, ProgrammeRequest const& programme)
{
    auto& repository = *state.repository;
    auto const& [as_of, revision] = request.moment;
    if (revision.empty()) require_branch(repository);
    state.tip = revision.empty() ? repository.head() : std::optional{repository.resolve(revision)};
    if (as_of) {
        repository.require_whole_history("tell what stood on a day of the past");
        auto const zone = zone_of(repository, state.tip, programme);
        auto const day = as_of->from(zone.day_of(state.now));
        state.now = zone.end_of(day);
        if (state.tip) {
            FirstParentLine const line{repository, *state.tip, zone};
            auto const landed = line.landed_by(day);
            state.tip = landed ? std::optional{line.landing(*landed)->id} : std::nullopt;
        }
    }
    if (state.tip) state.name = "commit " + state.tip->brief();
    state.files =
        std::make_unique<TreeFiles const>(repository, state.tip ? repository.commit(*state.tip).tree : git::Oid{});
}

/// Where the state parted from the revision of --since.
CheckedState::Base find_base(CheckedState const& state, std::string const& since)
{
    auto const& repository = *state.repository;
    // The name of a branch may be missing in a shallow clone as well; the remedy is the same.
    repository.require_whole_history(fmt::format("tell what is new since {}", visible(since)));
    auto const unborn = since == "HEAD" && !repository.head();
    auto const other = unborn ? std::nullopt : std::optional{repository.resolve(since)};
    CheckedState::Base base;
    if (other && state.tip) {
        base.commit = repository.merge_base(*other, *state.tip);
        if (!base.commit)
            throw UsageError{fmt::format("'{}' has no commit in common with what is checked", visible(since)),
                             "--since takes the branch that this one is to be merged into."};
    }
    base.files =
        std::make_unique<TreeFiles const>(repository, base.commit ? repository.commit(*base.commit).tree : git::Oid{});
    return base;
}

}  // namespace

CheckedState find_state(StateRequest const& request, ProgrammeRequest const& programme, Outside const& outside)
{
    CheckedState state;
    state.now = outside.now();
    auto found = find_repository(programme);
    auto const of_commit = !request.moment.revision.empty() || request.moment.as_of || is_bare(found);
    state.of_commit = of_commit;
    state.of_git = of_commit || request.staged;
    if (state.of_git || request.past || !request.since.empty()) {
        state.repository = std::make_unique<git::Repository>(open_repository(programme, std::move(found)));
        if (!state.repository->work_tree().empty()) state.root = fs::canonical(state.repository->work_tree());
        if (of_commit)
            look_at_commit(state, request, programme);
        else
            state.tip = state.repository->head();
        if (request.staged) {
            state.name = "what is staged";
            state.files = staged_files(*state.repository, outside);
        }
        if (state.tip) state.repository->name_people_as_in(*state.tip);
    } else {
        state.root = find_root(programme);
        if (auto around = repository_of(state.root, std::move(found)))
            state.around = std::make_unique<git::Repository>(std::move(*around));
    }
    if (state.name.empty() && !state.of_git) state.name = fmt::format("the working tree at {}", state.root.string());
    if (!state.files) state.files = std::make_unique<FolderFiles const>(state.root, programme.git);
    if (!request.since.empty()) state.base = find_base(state, request.since);
    return state;
}

FormerRecords former_records_of(CheckedState const& state)
{
    return [&state](Layout const& layout, std::vector<NamedId> const& missing) -> std::map<NamedId, FormerRecord> {
        try {
            if (state.repository) {
                if (!state.tip) return {};
                return former_records(*state.repository, *state.tip, layout, missing);
            }
            auto const head = state.around ? state.around->head() : std::nullopt;
            if (!head) return {};
            return former_records(*state.around, *head, layout, missing);
        } catch (CiError const&) {  // a clone that does not hold all
            return {};
        } catch (git::Boundless const&) {
            return {};
        }
    };
}

std::vector<std::string> paths_of(CheckedState const& state, ProgrammeRequest const& programme,
                                  std::vector<std::string> const& typed, std::vector<std::string> const& known)
{
    std::vector<std::string> paths;
    for (auto const& path : typed) {
        if (!state.of_git) {
            paths.push_back(path_inside(state.root, programme.directory, path));
            continue;
        }
        // Of a commit or the index nothing need stand in the working tree, so the path is read, not looked up.
        auto const begin = state.root.empty() ? fs::path{} : fs::canonical(programme.directory);
        auto inside = (begin / path).lexically_normal();
        if (!state.root.empty()) inside = inside.lexically_relative(state.root);
        auto text = inside.generic_string();
        while (text.size() > 1 && text.ends_with('/')) text.pop_back();
        auto const there = std::ranges::any_of(known, [&](auto const& file) { return is_below(file, text); }) ||
                           state.files->read_path(text, 0) || !state.files->names(text).empty();
        if (!there) throw UsageError{fmt::format("there is no '{}' in what is checked", visible(path))};
        paths.push_back(std::move(text));
    }
    return paths;
}

}  // namespace sss
