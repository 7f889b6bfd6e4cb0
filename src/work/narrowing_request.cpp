#include "work/narrowing_request.hpp"

#include "facts/change/record_thread.hpp"
#include "history/history.hpp"
#include "support/edit_distance.hpp"
#include "work/by_name.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>

#include <fmt/format.h>

namespace sss {

namespace {

/// The record that goes by this name; nullptr: none.
Record const* find_named(Records const& records, std::string_view kind, std::string const& typed)
{
    if (auto const* record = records.find(kind, typed)) return record;
    auto const once = records.once_called(kind, typed);
    return once.empty() ? nullptr : once.front();
}

std::string understood(std::string const& typed, std::string_view kind, HistoryView const& past,
                       Records const& snapshot, FormerIds& former_ids)
{
    if (auto const* record = find_named(snapshot, kind, typed)) return record->id;
    if (typed == "none") return {};
    auto const latest = records_of(past, past.tip);
    if (auto const* later = find_named(latest, kind, typed)) {
        // What it is called later is no business of an older snapshot: that knows it by a former id, or not at all.
        for (auto const& former : former_ids.of(*later))
            if (snapshot.find(kind, former) != nullptr) return former;
        return typed;
    }
    if (auto const names = former_ids.of_who_was(kind, typed); !names.empty()) {
        auto const stands =
            std::ranges::find_if(names, [&](auto const& name) { return snapshot.find(kind, name) != nullptr; });
        return stands == names.end() ? typed : *stands;
    }
    std::vector<std::string> ids;
    for (auto const& record : latest.of(kind)) ids.push_back(record.id);
    auto const near = nearest(typed, ids);
    throw UsageError{fmt::format("there is no {} called '{}'", kind, typed),
                     near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("`sss list {}` names all.", kind)};
}

std::vector<std::string> ids_of(std::vector<std::string> const& typed, std::string_view kind, HistoryView const& past,
                                Records const& snapshot, FormerIds& former_ids)
{
    std::vector<std::string> ids;
    for (auto const& one : typed)
        if (auto id = understood(one, kind, past, snapshot, former_ids); std::ranges::find(ids, id) == ids.end())
            ids.push_back(std::move(id));
    return ids;
}

}  // namespace

std::vector<std::string> const& FormerIds::of(Record const& record)
{
    auto const [known, is_new] = known_.try_emplace({record.kind, record.id});
    auto& ids = known->second;
    if (!is_new || !past_.tip) return ids;
    std::vector<RecordKey> const asked{{record.kind, record.id}};
    auto const history = read_past_of(past_.repository, past_.configuration->layout, *past_.line, past_.tip->id, asked);
    auto const* id = &record.id;
    for (auto const& change : std::views::reverse(history.changes)) {
        if (change.record.kind != record.kind || change.record.id != *id || change.former_id.empty()) continue;
        ids.push_back(change.former_id);
        id = &change.former_id;
    }
    std::ranges::move(strings_at(record.fields(), keys::aliases), std::back_inserter(ids));
    return ids;
}

std::vector<std::string> const& FormerIds::of_who_was(std::string_view kind, std::string const& id)
{
    auto const [known, is_new] = stood_.try_emplace({std::string{kind}, id});
    auto& ids = known->second;
    if (!is_new || !past_.tip || past_.repository.is_shallow()) return ids;
    std::set<std::string> names;
    for (auto const& change : thread_of(whole_history(past_, past_.tip), std::string{kind} + '/' + id).changes) {
        names.insert(change.record.id);
        if (!change.former_id.empty()) names.insert(change.former_id);
    }
    ids.assign(names.begin(), names.end());
    return ids;
}

Narrowing read_narrowing(NarrowingRequest const& request, HistoryView const& past, Records const& snapshot)
{
    FormerIds former_ids{past};
    return read_narrowing(request, past, snapshot, former_ids);
}

Narrowing read_narrowing(NarrowingRequest const& request, HistoryView const& past, Records const& snapshot,
                         FormerIds& former_ids)
{
    Narrowing narrowing{ids_of(request.satellites, kinds::satellite, past, snapshot, former_ids),
                        ids_of(request.organisations, kinds::organisation, past, snapshot, former_ids),
                        {}};
    for (auto const& typed : request.kinds)
        if (auto name = find_kind(past.configuration->layout.kinds(), typed).name;
            std::ranges::find(narrowing.kinds, name) == narrowing.kinds.end())
            narrowing.kinds.push_back(std::move(name));
    return narrowing;
}

}  // namespace sss
