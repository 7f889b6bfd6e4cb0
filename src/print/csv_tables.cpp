#include "print/csv_tables.hpp"

#include "records/csv.hpp"
#include "records/write.hpp"
#include "words/value_words.hpp"

#include <algorithm>
#include <string_view>

namespace sss {

namespace {

bool has_fields_of_its_own(Kind const& kind, Field const& field)
{
    return field.type == FieldType::table && std::ranges::any_of(kind.fields, [&](Field const& other) {
               return other.path.starts_with(field.path + '.');
           });
}

Value const* value_below(Table const& fields, std::string_view path)
{
    auto const dot = path.find('.');
    auto const* value = find(fields, path.substr(0, dot));
    if (value == nullptr || dot == std::string_view::npos) return value;
    return value->table() == nullptr ? nullptr : value_below(*value->table(), path.substr(dot + 1));
}

/// Whether the fields within a table do not tell all of it.
bool says_more(Kind const& kind, std::string const& path, Value const& value)
{
    auto const* members = value.table();
    if (members == nullptr || members->empty()) return true;
    return std::ranges::any_of(*members, [&](Member const& member) {
        auto const* field = kind.field(path + '.' + member.key);
        return field == nullptr || (has_fields_of_its_own(kind, *field) && says_more(kind, field->path, member.value));
    });
}

/// Whether an item of a list can stand between semicolons and be read as it was.
bool is_plain_item(Value const& item)
{
    if (item.table() != nullptr || item.array() != nullptr) return false;
    auto const text = value_text(item);
    return !text.empty() && text.find_first_of(";,\"'\\\r\n\t[{") == std::string::npos && !text.starts_with(' ') &&
           !text.ends_with(' ') && csv_guarded(text) == text;
}

std::string list_cell(Array const& items, Field const& field)
{
    auto const texts = field.item_type == FieldType::string || field.item_type == FieldType::date;
    // In a column that takes more than lists, semicolons would be part of one text.
    auto const plain =
        field.type == FieldType::array && !items.empty() && std::ranges::all_of(items, [&](Value const& item) {
            return is_plain_item(item) && (!texts || item.text() != nullptr) && (texts || item.string() == nullptr);
        });
    if (!plain) return write_value(Value{items});
    std::string cell;
    for (auto const& item : items) cell.append(cell.empty() ? "" : ";").append(value_text(item));
    return cell;
}

std::string cell_of(Value const* value, Field const& field)
{
    if (value == nullptr || value->unreadable()) return {};
    if (auto const* items = value->array()) return list_cell(*items, field);
    if (value->table() != nullptr || value->floating() != nullptr) return write_value(*value);
    auto const* text = value->string();
    if (text == nullptr) return value_text(*value);
    return field.type == FieldType::any ? csv_guarded_as_text(*text) : csv_guarded(*text);
}

}  // namespace

std::vector<RecordColumn> columns_of(RecordTable const& table)
{
    std::vector<RecordColumn> columns;
    if (table.kind->field(keys::id) == nullptr) columns.push_back({"id"});
    for (auto const& field : table.kind->fields) {
        if (field.path.find("[]") != std::string::npos || !table.shows(field)) continue;
        auto const needed = [&](Record const* record) {
            auto const* value = value_below(record->fields(), field.path);
            return value != nullptr && says_more(*table.kind, field.path, *value);
        };
        if (has_fields_of_its_own(*table.kind, field) && std::ranges::none_of(table.records, needed)) continue;
        columns.push_back({field.path, &field});
        if (field.type != FieldType::date) continue;
        for (auto const what : {RecordColumn::What::first_day, RecordColumn::What::last_day}) {
            auto name = field.path + (what == RecordColumn::What::first_day ? ".first" : ".last");
            if (table.kind->field(name) == nullptr) columns.push_back({std::move(name), &field, what});
        }
    }
    return columns;
}

std::string record_csv(RecordTable const& table)
{
    auto const columns = columns_of(table);
    std::string text = table.byte_order_mark ? "\xef\xbb\xbf" : "";
    auto const line = [&](auto const& cell) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            text.append(i == 0 ? "" : ",").append(csv_quoted(cell(columns[i])));
        text += "\r\n";
    };
    line([](RecordColumn const& column) { return csv_guarded(column.name); });
    for (auto const* record : table.records)
        line([&](RecordColumn const& column) -> std::string {
            if (column.field == nullptr) return csv_guarded(record->id);
            auto const* value = value_below(record->fields(), column.field->path);
            if (column.what == RecordColumn::What::value) {
                auto const whole = value != nullptr && has_fields_of_its_own(*table.kind, *column.field);
                return whole && !says_more(*table.kind, column.field->path, *value) ? std::string{}
                                                                                    : cell_of(value, *column.field);
            }
            auto const date = value != nullptr ? value->date(table.zone) : std::nullopt;
            if (!date) return {};
            if (column.what == RecordColumn::What::first_day) return iso(date->first());
            return date->open_ended() ? std::string{} : iso(date->last());
        });
    return text;
}

}  // namespace sss
