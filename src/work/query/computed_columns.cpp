#include "work/query/computed_columns.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace sss {

namespace {

/// The history of these records in what is looked at; nothing where nothing is committed.
std::optional<History> past_of(View const& view, std::span<RecordKey const> records)
{
    auto const read = [&](git::Repository const& repository, FirstParentLine const& line, git::Oid const& tip) {
        repository.require_whole_history("tell what only a history knows");
        return read_past_of(repository, view.configuration().layout, line, tip, records);
    };
    if (view.past) {
        if (!view.past->now) return std::nullopt;
        return read(view.past->repository, *view.past->line, view.past->now->id);
    }
    auto const head = view.around ? view.around->head() : std::nullopt;
    if (!head) return std::nullopt;
    return read(*view.around, FirstParentLine{*view.around, *head, view.configuration().zone}, *head);
}

/// Those whose history is asked for: of the kind, or where a path leads on to others all.
std::vector<RecordKey> meant(std::span<FieldPath const> asked, Kind const& kind, Records const& records)
{
    auto const leads_on = std::ranges::any_of(
        asked, [](FieldPath const& path) { return needs_history(*path.computed) && path.parts.size() > 1; });
    std::vector<RecordKey> keys;
    for (auto const& record : records.all())
        if (leads_on || record.kind == &kind) keys.push_back({record.kind, record.id});
    return keys;
}

}  // namespace

std::string tell_computed(Moment& moment, std::span<FieldPath const> asked, ListedItems const* items, Kind const& kind,
                          View const& view)
{
    auto const asks = [&](auto const& fits) { return std::ranges::any_of(asked, fits); };
    if (items != nullptr) tell_beginnings(moment, *items->sort, items->records);
    if (asks([](FieldPath const& path) {
            return path.computed == Computed::phase || path.computed == Computed::progress;
        }))
        tell_satellites(moment);
    // How old an item is says the beginning of what holds it, where it has one.
    auto const begun = [&](Record const& item) { return moment.past_of(item.fields()) != nullptr; };
    auto const ages_known = items != nullptr && std::ranges::all_of(items->records, begun);
    if (!asks([&](FieldPath const& path) {
            return needs_history(*path.computed) &&
                   (path.computed != Computed::age || path.parts.size() > 1 || !ages_known);
        }))
        return {};
    auto const& owner = items != nullptr ? *items->sort->owner : kind;
    auto const keys = meant(asked, owner, view.records);
    auto const history = past_of(view, keys);
    if (!history) return "nothing is committed yet";
    auto const all_moves = moves(*history, view.configuration().settings.history.correction_days);
    tell_past(moment, *history, all_moves, view.records.all());
    if (items != nullptr) tell_past(moment, *history, *items->sort, items->records);
    return {};
}

}  // namespace sss
