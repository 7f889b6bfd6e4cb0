#include "work/change/set.hpp"

#include "records/unreadable.hpp"
#include "work/by_name.hpp"
#include "work/change/rewriting.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

/// The words taken apart; what is no change of a field is added to `problems`.
std::vector<Assignment> assignments_of(SetRequest const& request, std::vector<std::string>& problems)
{
    std::vector<Assignment> changes;
    for (auto const& word : request.assignments) {
        try {
            changes.push_back(read_assignment(word));
        } catch (UsageError const& error) {
            problems.push_back(
                request.assignments.size() == 1
                    ? error.what()
                    : fmt::format("{}: write FIELD=VALUE, LIST+=ITEM, LIST-=ITEM or FIELD-", error.what()));
            if (request.assignments.size() == 1) throw;
        }
    }
    return changes;
}

/// The field that is changed; nullptr where the schema knows none of that path.
Field const* field_of(Kind const& kind, Assignment const& change)
{
    std::string path;
    for (auto const& part : change.path) path += (path.empty() ? "" : ".") + part.key + (part.item ? "[]" : "");
    return kind.field(path);
}

/// A change of a field of an item, as one of the record that holds it: "owner" is "action[a1].owner".
void into_item(Assignment& change, NamedItem const& item)
{
    std::string const key{key_of_item(item.item.id)};
    change.path.insert(change.path.begin(), {item.sort->list->path, key});
    change.name = fmt::format("{}[{}].{}", item.sort->list->path, key, change.name);
}

std::string fields_help(Record const& record)
{
    return fmt::format("`sss add {} --help` lists its fields.", record.kind->name);
}

/// The record's text after the changes. Lines that cannot be read are lifted out before and put back behind, but those
/// that a change replaces: nothing where that does not make the text readable.
std::optional<std::string> text_after(WorkingTree const& tree, Record const& record,
                                      std::vector<Assignment> const& changes, std::vector<std::string> problems)
{
    if (record.document.problems.empty())
        return changed_text(tree, record, changes, std::move(problems), fields_help(record));
    auto const lifted = lift_unreadable(record.text, record.document.problems);
    auto readable = record;
    readable.document = parse_document(record.path(), lifted.text);
    if (!readable.document.problems.empty()) return std::nullopt;
    readable.text = lifted.text;
    try {
        return put_back(changed_text(tree, readable, changes, std::move(problems), fields_help(record)), lifted);
    } catch (UsageError const&) {
        throw;
    } catch (Error const&) {
        return std::nullopt;  // an item into a list that cannot be read
    }
}

}  // namespace

SetFields set_fields(WorkingTree const& tree, SetRequest const& request, Day today)
{
    if (request.assignments.empty())
        throw UsageError{"sss set needs a record and what to change in it",
                         "As in: sss set sss-1-cdr planned=2018-06-15"};
    ItemSorts const sorts{tree.layout().kinds()};
    std::optional<NamedItem> item;
    if (request.id.find('#') != std::string::npos) item = find_item(tree.records, sorts, request.id);
    auto const& record = item ? *item->holder : find_record(tree.records, request.id);
    std::vector<std::string> problems;
    auto changes = assignments_of(request, problems);
    if (item)
        for (auto& change : changes) into_item(change, *item);
    for (auto& change : changes)
        if (auto const* field = field_of(*record.kind, change); change.act == Assignment::Act::put && field != nullptr)
            change.value = day_in_field(*field, change.value, today);
    return {record, text_after(tree, record, changes, std::move(problems))};
}

}  // namespace sss
