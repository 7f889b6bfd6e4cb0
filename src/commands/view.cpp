#include "commands/view.hpp"

#include "commands/absence.hpp"
#include "history/former_tree_files.hpp"
#include "render/text_problem.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

View open_view(CommonOptions const& common, HistoryOptions const& history, Surroundings const& surroundings,
               Detail detail)
{
    View view;
    if (!history.as_of.empty() || !history.revision.empty() || is_bare(common)) {
        view.past = open_history_view(common, history, surroundings);
        view.today = view.past->today;
        if (view.past->now) {
            FormerTreeFiles const files{view.past->repository, view.past->now->tree};
            view.records = read_records(files, view.configuration().layout, detail);
        }
        return view;
    }
    view.root = find_root(common);
    FolderFiles const files{view.root, common.git};
    view.own_configuration = sound_configuration(files, common);
    auto const& layout = view.configuration().layout;
    auto const state = fmt::format("the working tree at {}", view.root.string());
    require_sight(files, layout, common, state);
    view.records = read_records(files, layout, detail);
    if (view.records.all().empty()) require_records_not_elsewhere(files, layout, state);
    view.today = view.configuration().zone.day_of(surroundings.now());
    return view;
}

Kind const& find_kind(View const& view, std::string_view typed)
{
    std::vector<std::string> names;
    for (auto const* kind : view.kinds()) {
        if (kind->name == typed || kind->folder == typed) return *kind;
        names.push_back(kind->name);
    }
    auto const near = nearest(typed, names);
    std::string list;
    for (auto const& name : names) list += (list.empty() ? "" : ", ") + name;
    throw UsageError{fmt::format("there is no kind of records called '{}'", typed),
                     near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("There are {}.", list)};
}

UsageError wrong_text(std::string_view what, TextProblem const& problem, std::string_view text)
{
    return UsageError{fmt::format("{} cannot be understood: {}", what, problem.message), shown(problem, text)};
}

}  // namespace sss
