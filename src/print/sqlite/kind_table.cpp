#include "print/sqlite/kind_table.hpp"

#include "print/json/changes_json.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sss {

namespace {

/// Names that SQLite takes for one are one: it does not tell capitals apart.
std::string in_small_letters(std::string text)
{
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

constexpr std::array<std::string_view, 3> date_endings{"_first", "_last", "_precision"};

bool is_reference(Field const& field)
{
    return field.type != FieldType::array && !field.references.empty();
}

std::string_view type_of(Field const& field)
{
    switch (field.type) {
        case FieldType::integer:
        case FieldType::boolean: return "INTEGER";
        case FieldType::number: return "REAL";
        default: return "TEXT";
    }
}

Value const* value_at(Table const& fields, std::string_view path)
{
    auto const dot = path.find('.');
    auto const* value = find(fields, path.substr(0, dot));
    if (value == nullptr || dot == std::string_view::npos) return value;
    return value->table() == nullptr ? nullptr : value_at(*value->table(), path.substr(dot + 1));
}

std::string as_text(SqlValue const& value)
{
    if (auto const* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (auto const* number = std::get_if<double>(&value)) return nlohmann::json(*number).dump();
    return std::get<std::string>(value);
}

/// What fits into a column of this type; what an old version said otherwise is NULL, and stands in `versions` whole.
void append_fitting(std::vector<SqlValue>& row, FieldType type, Value const* value)
{
    row.emplace_back();
    if (value == nullptr || value->unreadable()) return;
    auto& cell = row.back();
    switch (type) {
        case FieldType::integer:
            if (auto const* number = value->integer()) cell.emplace<std::int64_t>(*number);
            return;
        case FieldType::boolean:
            if (auto const* flag = value->boolean()) cell.emplace<std::int64_t>(*flag ? 1 : 0);
            return;
        case FieldType::number:
            if (auto const number = value->number()) cell.emplace<double>(*number);
            return;
        default: cell.emplace<std::string>(as_text(sql_value(value)));
    }
}

}  // namespace

std::string precision_text(Date const& date)
{
    constexpr std::array<std::string_view, 6> names{"instant", "day", "month", "quarter", "half", "year"};
    return std::string{date.approximate() ? "about " : ""} +
           std::string{names.at(static_cast<std::size_t>(date.precision()))};
}

void append_date(std::vector<SqlValue>& row, std::optional<Date> const& date)
{
    if (!date) {
        row.resize(row.size() + 3);
        return;
    }
    row.emplace_back(iso(date->first()));
    row.emplace_back();
    if (!date->open_ended()) row.back().emplace<std::string>(iso(date->last()));
    row.emplace_back(date->open_ended() ? "not before" : precision_text(*date));
}

SqlValue sql_value(Value const* value)
{
    if (value == nullptr || value->unreadable()) return {};
    if (auto const* text = value->text()) return *text;
    if (auto const* number = value->integer()) return *number;
    if (auto const* number = value->floating()) return *number;
    if (auto const* flag = value->boolean()) return std::int64_t{*flag ? 1 : 0};
    return as_json(*value).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

KindTable::KindTable(Kind const& kind, std::function<bool(Field const&)> const& shown) : kind_(&kind)
{
    std::set<std::string> taken{"record", "id", "file", "number", "valid_from", "valid_to", "commit_id", "as_of"};
    auto const whole = [&](Field const& field) {
        return field.path.find("[]") != std::string::npos ||
               (field.type == FieldType::table && std::ranges::any_of(kind.fields, [&](Field const& other) {
                    return other.path.starts_with(field.path + '.');
                }));
    };
    for (auto const& field : kind.fields) {
        if (whole(field) || !shown(field)) continue;
        auto name = field.path;
        std::ranges::replace(name, '.', '_');
        auto const fits = [&](std::string const& one) {
            auto const free = [&](std::string_view ending) {
                return !taken.contains(in_small_letters(one + std::string{ending}));
            };
            return free("") && free("_record") && std::ranges::all_of(date_endings, free);
        };
        auto const plain = name;
        for (auto n = 2; !fits(name); ++n) name = plain + '_' + std::to_string(n);
        taken.insert(in_small_letters(name));
        if (field.type == FieldType::date)
            for (auto const ending : date_endings) taken.insert(in_small_letters(name + std::string{ending}));
        if (is_reference(field)) taken.insert(in_small_letters(name + "_record"));
        columns_.push_back({std::move(name), &field});
    }
}

std::string KindTable::columns_sql() const
{
    std::string sql;
    for (auto const& [name, field] : columns_) {
        sql += ", " + sql_name(name) + ' ' + std::string{type_of(*field)};
        if (field->type == FieldType::date)
            for (auto const ending : date_endings) sql += ", " + sql_name(name + std::string{ending}) + " TEXT";
        if (is_reference(*field)) sql += ", " + sql_name(name + "_record") + " INTEGER REFERENCES records(record)";
    }
    return sql;
}

std::string KindTable::names_sql(std::string const& prefix) const
{
    std::string sql;
    for (auto const& [name, field] : columns_) {
        sql += ", " + prefix + sql_name(name);
        if (field->type == FieldType::date)
            for (auto const ending : date_endings) sql += ", " + prefix + sql_name(name + std::string{ending});
        if (is_reference(*field)) sql += ", " + prefix + sql_name(name + "_record");
    }
    return sql;
}

void KindTable::append(std::vector<SqlValue>& row, Table const& fields, Zone const& zone, Resolve const& resolve) const
{
    for (auto const& [name, field] : columns_) {
        auto const* value = value_at(fields, field->path);
        append_fitting(row, field->type, value);
        if (field->type == FieldType::date) append_date(row, value != nullptr ? value->date(zone) : std::nullopt);
        if (is_reference(*field)) {
            auto const* id = value != nullptr ? value->string() : nullptr;
            row.emplace_back();
            if (id != nullptr) row.back() = resolve(field->references, *id);
        }
    }
}

namespace {

/// Names that a kind's table may not take.
constexpr std::array<std::string_view, 15> own_tables{
    "programme", "days",  "commits", "records", "versions",         "changes",      "moves",        "actions",
    "refs",      "texts", "search",  "slips",   "milestones_as_of", "actions_open", "actions_as_of"};

}  // namespace

std::vector<KindTable> kind_tables(std::span<Kind const* const> kinds,
                                   std::function<bool(Kind const&, Field const&)> const& shows)
{
    std::vector<KindTable> tables;
    std::set<std::string, std::less<>> taken{own_tables.begin(), own_tables.end()};
    for (auto const* kind : kinds) {
        KindTable table{*kind, [&](Field const& field) { return shows(*kind, field); }};
        auto name = kind->name + 's';
        std::ranges::replace(name, '-', '_');
        while (taken.contains(name) || taken.contains(name + "_versions")) name += "_records";
        taken.insert(name);
        taken.insert(name + "_versions");
        table.name(name);
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace sss
