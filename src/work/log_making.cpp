#include "work/log_making.hpp"

#include "facts/change/part_of_changes.hpp"
#include "facts/change/record_thread.hpp"
#include "records/document.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// What the working tree says otherwise of a record than the commit that is looked at.
void compare_with_working_tree(BlameFacts& facts, HistoryView const& past, LogFilter const& filter,
                               ProgrammeRequest const& programme)
{
    auto const root = past.repository.work_tree();
    if (root.empty()) return;
    auto const text = FolderFiles{root, programme.git}.read_path(facts.record.path(), largest_document);
    Table now;
    facts.removed = !text;
    if (!text || !parse_values(*text, now)) return;
    auto const& kind = *facts.record.kind;
    for (auto const& member : member_changes(kind, facts.record.fields(), now))
        for (auto const& field : field_changes(kind, member))
            if (filter.part_of(kind, field)) facts.uncommitted.push_back(field.path);
}

/// An item that is asked for is a field of the record that holds it: of "2017-01-board#a1" action[a1], and what is
/// asked of it stands within that.
LogRequest with_item_as_field(LogRequest request, HistoryView const& past, Records const& records)
{
    if (request.id.find('#') == std::string::npos || !records.named(request.id).empty()) return request;
    ItemSorts const sorts{past.configuration->layout.kinds()};
    auto const named = find_item(records, sorts, request.id);
    auto const item = fmt::format("{}[{}]", named.sort->list->path, key_of_item(named.item.id));
    request.id = fmt::format("{}/{}", named.holder->kind->name, named.holder->id);
    for (auto& field : request.fields) field = fmt::format("{}.{}", item, field);
    if (request.fields.empty()) request.fields.push_back(item);
    return request;
}

/// The record whose values are blamed, which may be named by an id that it had.
Record const& blamed_record(Records const& records, RecordThread const& thread, std::string const& typed)
{
    if (thread.records.size() == 1) {
        auto const& key = thread.records.front();
        if (auto const* record = records.find(key.kind->name, key.id)) return *record;
        if (!thread.changes.empty() && thread.changes.back().type == ChangeType::removed)
            throw UsageError{fmt::format("'{}' stands no more: there are no values to blame", typed),
                             "`sss log` tells its past; with --as-of, what stood on a day."};
    }
    return find_record(records, typed);
}

}  // namespace

void tell_blame(LogRequest const& typed, ProgrammeRequest const& programme, Outside const& outside,
                std::function<void(BlameFacts const&)> const& tell)
{
    if (typed.id.empty()) throw UsageError{"--blame takes a record", "Write sss log --blame ID."};
    auto const past = open_history_view(programme, typed.moment, outside);
    auto const records = records_of(past, past.now);
    auto const request = with_item_as_field(typed, past, records);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside);
    auto const thread = thread_of(history, request.id);
    auto const& record = blamed_record(records, thread, request.id);
    auto const filter = read_filter(request, past, history, std::span{&record.kind, 1});

    auto values = blame(*record.kind, record.fields(), thread.changes);
    auto const of = values.size();
    std::erase_if(values, [&](BlamedValue const& value) {
        FieldChange const written{value.path, value.field, std::nullopt, value.value};
        if (!filter.part_of(*record.kind, written)) return true;
        return filter.any() && value.commit && !filter.admits(history.commits[*value.commit], past.configuration->zone);
    });
    BlameFacts facts{record, history, records, past.configuration->zone, values};
    if (filter.any()) facts.scope = scope_of(request, past, of);
    if (request.moment.revision.empty() && !past.as_of) compare_with_working_tree(facts, past, filter, programme);
    tell(facts);
}

bool tell_log(LogRequest const& typed, ProgrammeRequest const& programme, Outside const& outside,
              std::function<void(LogFacts const&)> const& tell)
{
    auto const past = open_history_view(programme, typed.moment, outside);
    auto const records = records_of(past, past.now);
    auto const request = with_item_as_field(typed, past, records);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside);

    auto const all_moves = moves(history, past.configuration->settings.history.correction_days);
    std::vector<Change> changes = history.changes;
    std::vector<Kind const*> kinds = past.configuration->layout.kinds();
    Record const* only = nullptr;
    if (!request.id.empty()) {
        auto thread = thread_of(history, request.id);
        changes = std::move(thread.changes);
        if (changes.empty())
            only = &find_record(records, request.id);  // says what was meant
        else if (thread.records.size() == 1)
            only = records.find(thread.records.front().kind->name, thread.records.front().id);
        std::erase_if(kinds, [&](Kind const* kind) {
            return std::ranges::none_of(changes, [kind](Change const& change) { return change.record.kind == kind; });
        });
    }
    auto const of = changes.size();
    if (request.narrowing.any()) {
        require_milestone_types(request.narrowing.types, past.configuration->layout, read_standard_records(records));
        PartOfChanges const part{read_narrowing(request.narrowing, past, records), request.narrowing.types, records,
                                 history.changes};
        LastNames const names{history};
        std::erase_if(changes, [&](Change const& change) { return !part.takes(change, &names); });
    }
    auto facts = change_facts(changes, all_moves, history.zone, RenamesFollowed::of_steps(history.changes));
    auto const filter = read_filter(request, past, history, kinds);
    std::optional<LogScope> scope;
    if ((filter.any() || request.narrowing.any()) && of > 0) {
        scope = scope_of(request, past, request.narrowing.any() ? of : facts.size());
        facts = filtered(facts, filter, history, past.configuration->zone);
    }
    auto const older = request.limit ? older_than_newest(facts, *request.limit) : 0;
    tell({history, records, past.configuration->zone, std::span{facts}.subspan(older), only, std::move(scope), older});
    return !past.empty;
}

}  // namespace sss
