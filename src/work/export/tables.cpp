#include "work/export/tables.hpp"

#include "facts/change/change_facts.hpp"
#include "history/moves.hpp"
#include "print/csv_tables.hpp"
#include "print/json/changes_json.hpp"
#include "print/json/export_json.hpp"
#include "records/csv.hpp"
#include "words/value_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

/// The forms of a date that a record may hold, as a regular expression; see docs/days.md.
constexpr std::string_view date_pattern =
    "(\\d{4}(-(\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?)?|Q[1-4]|H[12]))?"
    "(/(\\.\\.|\\d{4}(-(\\d{2}(-\\d{2})?|Q[1-4]|H[12]))?))?~?)";

std::string column_type(RecordColumn const& column)
{
    if (column.what != RecordColumn::What::value) return "date";
    if (column.field == nullptr) return "string";
    switch (column.field->type) {
        case FieldType::integer: return "integer";
        case FieldType::number: return "number";
        case FieldType::boolean: return "boolean";
        default: return "string";
    }
}

DescribedTable described(RecordTable const& table, std::vector<std::string> const& shown_kinds)
{
    DescribedTable made{table.kind, table.kind->name + ".csv"};
    for (auto const& column : columns_of(table)) {
        DescribedTable::Column one{csv_guarded(column.name), column_type(column), {}};
        if (column.field == nullptr) {
            one.description = "The record's name in commands and addresses.";
            one.required = true;
        } else if (column.what != RecordColumn::What::value) {
            one.description = column.what == RecordColumn::What::first_day ? "Its first day." : "Its last day.";
        } else {
            auto const& field = *column.field;
            one.description = field.description;
            one.required = field.required && field.path.find('.') == std::string::npos;
            if (field.type == FieldType::date) one.pattern = date_pattern;
            auto const single = field.type == FieldType::string && field.references.size() == 1;
            if (single && std::ranges::find(shown_kinds, field.references.front()) != shown_kinds.end())
                one.references = field.references.front();
        }
        made.columns.push_back(std::move(one));
    }
    return made;
}

std::string changes_csv(ExportMaterial const& material, DescribedTable& table)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> columns{
        {{"landed_at", "When it landed, in UTC."},
         {"commit", "The commit that made it."},
         {"author", "Who wrote that commit."},
         {"kind", "The record's kind."},
         {"record", "Its id after the change."},
         {"former_id", "Its id before, where it was renamed."},
         {"sort", "added, changed or removed"},
         {"category", "What it means for the programme."},
         {"field", "What changed; empty: the record itself."},
         {"from", "What stood before."},
         {"to", "What stands after."},
         {"reason", "That the commit gives."}}};
    auto const& whole = material.whole();
    std::string text;
    auto const line = [&](std::vector<std::string> const& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            text.append(i == 0 ? "" : ",").append(csv_quoted(cells[i].empty() ? "" : csv_guarded(cells[i])));
        text += "\r\n";
    };
    std::vector<std::string> header;
    for (auto const& [name, meaning] : columns) {
        header.emplace_back(name);
        table.columns.push_back({std::string{name}, name == "landed_at" ? "datetime" : "string", std::string{meaning}});
    }
    line(header);
    auto const said = [](SharedValue const& value) {
        if (!value) return std::string{};
        return value->table() != nullptr || value->array() != nullptr ? as_json(*value).dump() : value_text(*value);
    };
    constexpr std::array<std::string_view, 3> sorts{"added", "removed", "changed"};
    for (auto const& facts : wanted_changes(material)) {
        auto const& change = *facts.change;
        auto const& told = whole.commits[change.commit];
        std::vector<std::string> const start{iso(told.landed_at),
                                             told.commit.id.hex(),
                                             told.commit.author.name,
                                             change.record.kind->name,
                                             change.record.id,
                                             change.former_id,
                                             std::string{sorts.at(static_cast<std::size_t>(change.type))},
                                             std::string{name(facts.category)}};
        auto const add = [&](std::string const& field, std::string const& from, std::string const& to) {
            auto cells = start;
            cells.insert(cells.end(), {field, from, to, told.reason});
            line(cells);
        };
        if (change.type != ChangeType::changed || facts.fields.empty()) add({}, {}, {});
        if (change.type != ChangeType::changed) continue;
        for (auto const& field : facts.fields) add(field.path, said(field.from), said(field.to));
    }
    return text;
}

}  // namespace

std::vector<Record const*> wanted_records(ExportMaterial const& material)
{
    std::vector<Record const*> records;
    for (auto const& record : material.records().all())
        if (record.document.problems.empty() && material.wanted(record)) records.push_back(&record);
    return records;
}

std::vector<ChangeFacts> wanted_changes(ExportMaterial const& material)
{
    auto const& whole = material.whole();
    auto facts = change_facts(whole.changes, moves(whole, material.settings().history.correction_days), whole.zone,
                              RenamesFollowed::of_steps(whole.changes));
    std::erase_if(facts, [&](ChangeFacts const& one) {
        return !material.wanted(
            material.threads().of_change[static_cast<std::size_t>(one.change - whole.changes.data())]);
    });
    return facts;
}

std::vector<ExportedFile> csv_files(ExportMaterial const& material, ExportRequest const& request)
{
    auto const records = wanted_records(material);
    std::vector<std::string> shown;
    for (auto const* kind : material.discretion().kinds()) shown.push_back(kind->name);
    std::vector<ExportedFile> files;
    std::vector<DescribedTable> tables;
    for (auto const* kind : material.discretion().kinds()) {
        if (!material.belongs().kind(kind->name)) continue;
        RecordTable table{.kind = kind, .zone = material.past().configuration->zone, .byte_order_mark = request.excel};
        table.shows = [&material, kind](Field const& field) { return material.discretion().shows(*kind, field.path); };
        for (auto const* record : records)
            if (record->kind == kind) table.records.push_back(record);
        tables.push_back(described(table, shown));
        files.push_back({tables.back().path, record_csv(table)});
    }
    if (request.history) {
        tables.push_back({nullptr, "changes.csv"});
        files.push_back({"changes.csv", (request.excel ? "\xef\xbb\xbf" : "") + changes_csv(material, tables.back())});
    }
    files.push_back({"datapackage.json", datapackage_json(material.publication(), tables)});
    return files;
}

}  // namespace sss
