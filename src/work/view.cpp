#include "work/view.hpp"

#include "history/former_tree_files.hpp"
#include "work/absence.hpp"
#include "work/names_of_one_past.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

View open_view(ProgrammeRequest const& programme, MomentRequest const& moment, Outside const& outside, Detail detail,
               ChangedTexts const& unsaved)
{
    View view;
    auto found = find_repository(programme);
    if (moment.as_of || !moment.revision.empty() || is_bare(found)) {
        view.past = open_history_view(open_repository(programme, std::move(found)), programme, moment, outside);
        view.today = view.past->today;
        if (view.past->now) {
            FormerTreeFiles const files{view.past->repository, view.past->now->tree};
            view.records = read_records(files, view.configuration().layout, detail);
            view.records.remember(names_of_one_past(programme, moment.revision, view.configuration()));
        }
        return view;
    }
    view.root = find_root(programme);
    view.around = repository_of(view.root, std::move(found));
    FolderFiles const saved{view.root, programme.git};
    ChangedFiles const files{saved, unsaved};
    view.own_configuration = sound_configuration(files, programme);
    auto const& layout = view.configuration().layout;
    auto const state = fmt::format("the working tree at {}", view.root.string());
    require_sight(files, layout, programme, state);
    view.records = read_records(files, layout, detail);
    if (view.records.all().empty()) require_records_not_elsewhere(files, layout, state);
    view.records.remember(names_of_one_past(programme, {}, view.configuration()));
    view.today = view.configuration().zone.day_of(outside.now());
    return view;
}

}  // namespace sss
