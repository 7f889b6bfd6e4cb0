#include "work/change/field_values.hpp"

#include "programme/asked_day.hpp"
#include "support/edit_distance.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

/// A line that no real record has, so that what is said of a value is told apart from what is said of its record.
constexpr std::uint32_t spot = 4'000'000'000;

void mark(Value& value)
{
    value.place = {spot, 1, 1};
    if (auto* items = std::get_if<Array>(&value.data))
        for (std::size_t i = 0; i < items->size(); ++i) mark(items->edit(i));
    if (auto* members = std::get_if<Table>(&value.data))
        for (std::size_t i = 0; i < members->size(); ++i) {
            auto& member = members->edit(i);
            member.key_place = {spot, 1, 1};
            mark(member.value);
        }
}

template <typename Number>
std::optional<Number> number_of(std::string_view text)
{
    if (text.starts_with('+')) text.remove_prefix(1);
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::optional<Value> as_number(std::string_view text)
{
    if (auto const whole = number_of<std::int64_t>(text)) return Value{*whole};
    auto const digits = text.find_first_of("0123456789") != std::string_view::npos;
    if (auto const number = number_of<double>(text); number && digits) return Value{*number};
    return std::nullopt;
}

std::optional<Value> as_truth(std::string_view text)
{
    if (text == "true" || text == "yes") return Value{true};
    if (text == "false" || text == "no") return Value{false};
    return std::nullopt;
}

/// TOML's own spelling of a list, a table, a day or an instant.
std::optional<Value> as_toml(std::string_view text)
{
    Table read;
    if (!parse_values(fmt::format("x = {}", text), read) || read.size() != 1) return std::nullopt;
    return std::move(read.front().value);
}

Value as_date(std::string_view text)
{
    auto const date = parse_date(text, Zone::utc());
    auto const* known = std::get_if<Date>(&date);
    auto const bare = known != nullptr && !known->is_range() && !known->approximate() &&
                      (known->precision() == Precision::day || known->precision() == Precision::instant);
    if (bare) {
        // TOML wants the seconds of an instant; the canonical text has them.
        for (auto const& spelling : {std::string{text}, known->text()})
            if (auto value = as_toml(spelling); value && value->temporal() != nullptr) return std::move(*value);
    }
    return Value{std::string{text}};
}

Value single(FieldType type, std::string_view text)
{
    auto const words = trimmed(text);
    if ((type == FieldType::table || type == FieldType::array) && (words.starts_with('{') || words.starts_with('[')))
        if (auto value = as_toml(words)) return std::move(*value);
    if (type == FieldType::date) return as_date(words);
    if (type == FieldType::integer || type == FieldType::number)
        if (auto number = as_number(words)) return std::move(*number);
    if (type == FieldType::boolean)
        if (auto truth = as_truth(words)) return std::move(*truth);
    return Value{std::string{text}};
}

/// Where a comma cannot be part of an item.
bool commas_divide(Field const& field)
{
    return !field.references.empty() || !field.choices.empty() || field.item_type == FieldType::number ||
           field.item_type == FieldType::integer || field.item_type == FieldType::date ||
           field.item_type == FieldType::boolean;
}

Value list(Field const& field, std::span<std::string const> typed)
{
    Array items;
    for (auto const& text : typed) {
        auto const words = trimmed(text);
        auto whole = words.starts_with('[') ? as_toml(words) : std::nullopt;
        if (whole && whole->array() != nullptr) {
            for (auto const& item : *whole->array()) items.push_back(item);
        } else if (commas_divide(field)) {
            for (auto const& part : split_at_commas(words)) items.push_back(single(field.item_type, part));
        } else {
            items.push_back(single(field.item_type, text));
        }
    }
    return Value{std::move(items)};
}

std::optional<Objection> of_schema(Schema const& schema, Field const& field, Value value)
{
    Document document;
    mark(value);
    put(document.root, field.path, std::move(value));
    std::vector<Finding> findings;
    schema.check(document, {}, findings);
    auto const found =
        std::ranges::find_if(findings, [](Finding const& finding) { return finding.place.line == spot; });
    if (found == findings.end()) return std::nullopt;
    return Objection{found->message.text(), found->help.text()};
}

/// The first reading of the text that the schema takes, for a field of several types.
Value any(Schema const& schema, Field const& field, std::string const& text)
{
    auto const words = trimmed(text);
    std::vector<Value> readings;
    if (auto number = as_number(words)) readings.push_back(std::move(*number));
    if (words == "true" || words == "false") readings.emplace_back(words == "true");
    if (words.starts_with('{') || words.starts_with('['))
        if (auto value = as_toml(words)) readings.push_back(std::move(*value));
    if (auto date = as_date(words); date.temporal() != nullptr) readings.push_back(std::move(date));
    readings.emplace_back(text);
    readings.emplace_back(Array{Value{text}});
    for (auto const& reading : readings)
        if (!of_schema(schema, field, reading)) return reading;
    return Value{text};
}

/// The first text in the value that is no id of a record that may stand there.
std::optional<Objection> of_references(Schema const& schema, Field const& field, Value const& value,
                                       Records const& records)
{
    std::optional<Objection> objection;
    Table record;
    put(record, field.path, value);
    schema.for_each_reference(record, [&](std::vector<std::string> const& kinds, Value const& reference) {
        auto const* id = reference.string();
        if (id == nullptr || objection) return;
        if (std::ranges::any_of(kinds, [&](auto const& kind) { return records.find(kind, *id) != nullptr; })) return;
        for (auto const& kind : kinds)
            if (auto const once = records.once_called(kind, *id); !objection && !once.empty())
                objection = Objection{fmt::format("no {} is called \"{}\"", fmt::join(kinds, " or "), *id),
                                      fmt::format("it is called \"{}\" now", once.front()->id)};
        if (objection) return;
        auto const ids = ids_of_kinds(kinds, records);
        auto const near = nearest(*id, ids);
        objection = Objection{fmt::format("unknown {} \"{}\"", fmt::join(kinds, " or "), *id),
                              near          ? fmt::format("did you mean \"{}\"?", *near)
                              : ids.empty() ? fmt::format("there is none yet: `sss add {}` makes one", kinds.front())
                                            : fmt::format("`sss add {}` makes a new one", kinds.front())};
    });
    return objection;
}

std::optional<Objection> of_words(FieldType type, Value const& value)
{
    auto const* text = value.string();
    if (text == nullptr) return std::nullopt;
    if (first_invalid_utf8(*text)) return Objection{"this text is not UTF-8", "type it in a UTF-8 terminal"};
    auto const quoted = fmt::format("\"{}\"", *text);
    auto const comma = text->find(',');
    switch (type) {
        case FieldType::integer:
            return Objection{fmt::format("{} is not a whole number", quoted), "write it in digits alone, as in 12"};
        case FieldType::number:
            if (auto point = *text; comma != std::string::npos && as_number(point.replace(comma, 1, ".")))
                return Objection{"a number takes a point before its decimals", fmt::format("write {}", point)};
            return Objection{fmt::format("{} is not a number", quoted), "write it without its unit, as in 12 or 3.7"};
        case FieldType::boolean: return Objection{fmt::format("{} is neither true nor false", quoted), {}};
        case FieldType::table: {
            auto const read = parse_document("", "x = " + *text);
            auto const why = read.problems.empty() ? "" : read.problems.front().message.text() + "; ";
            return Objection{fmt::format("{} is not a table", quoted), why + "write it as in '{ key = \"value\" }'"};
        }
        default: return std::nullopt;
    }
}

}  // namespace

void take_present_ids(Field const& field, Value& value, Records const& records)
{
    auto const present = [&](std::string const& id) -> std::optional<std::string> {
        auto const stands = [&](auto const& kind) { return records.find(kind, id) != nullptr; };
        if (std::ranges::any_of(field.references, stands)) return std::nullopt;
        for (auto const& kind : field.references)
            if (auto const once = records.once_called(kind, id); once.size() == 1) return once.front()->id;
        return std::nullopt;
    };
    if (field.references.empty()) return;
    if (auto* text = std::get_if<std::string>(&value.data)) {
        if (auto const now = present(*text)) *text = *now;
    } else if (auto* items = std::get_if<Array>(&value.data)) {
        for (std::size_t i = 0; i < items->size(); ++i)
            if (auto const* id = (*items)[i].string(); id != nullptr)
                if (auto const now = present(*id)) items->replace(i, Value{*now});
    }
}

std::string day_in_field(Field const& field, std::string const& typed, Day today)
{
    if (field.type != FieldType::date) return typed;
    auto const day = AskedDay::read(typed);
    if (!day) return typed;
    auto const ahead = field.role == DateRole::planned || field.role == DateRole::start ||
                       field.role == DateRole::end || field.role == DateRole::due;
    return iso(day->from(today, ahead ? Toward::future : Toward::past));
}

Value value_of(Schema const& schema, Field const& field, std::span<std::string const> typed)
{
    if (field.type == FieldType::array) return list(field, typed);
    if (field.type != FieldType::any) return single(field.type, typed.empty() ? std::string{} : typed.back());
    if (typed.size() == 1) return any(schema, field, typed.front());
    return list(field, typed);
}

std::optional<Objection> objection_to(Schema const& schema, Field const& field, Value const& value,
                                      Records const& records)
{
    if (auto objection = of_words(field.type, value)) return objection;
    if (auto const* items = value.array())
        for (auto const& item : *items)
            if (auto objection = of_words(field.item_type, item)) return objection;
    if (auto objection = of_schema(schema, field, value)) return objection;
    return of_references(schema, field, value, records);
}

void put(Table& record, std::string_view path, Value value)
{
    auto const dot = path.find('.');
    auto key = path.substr(0, dot);
    auto const in_list = key.ends_with("[]");
    if (in_list) key.remove_suffix(2);
    auto const found = static_cast<std::size_t>(std::ranges::find(record, key, &Member::key) - record.begin());
    if (found == record.size()) record.push_back({std::string{key}, {}, {}});
    auto* at = &record.edit(found).value;
    if (in_list) {
        if (at->array() == nullptr || at->array()->empty()) *at = Value{Array{Value{}}};
        at = &std::get<Array>(at->data).edit(0);
    }
    if (dot == std::string_view::npos) {
        *at = std::move(value);
        return;
    }
    if (at->table() == nullptr) *at = Value{Table{}};
    put(std::get<Table>(at->data), path.substr(dot + 1), std::move(value));
}

Value const* find_path(Table const& record, std::string_view path)
{
    auto const dot = path.find('.');
    auto const* value = find(record, path.substr(0, dot));
    if (value == nullptr || dot == std::string_view::npos) return value;
    return value->table() == nullptr ? nullptr : find_path(*value->table(), path.substr(dot + 1));
}

bool is_settable(Field const& field)
{
    return field.path.find("[]") == std::string::npos;
}

Field const* field_typed(Kind const& kind, std::string_view name)
{
    auto const same = [name](std::string_view path) {
        return std::ranges::equal(
            path, name, {}, [](char c) { return c == '-' ? '_' : c; }, [](char c) { return c == '-' ? '_' : c; });
    };
    auto const* exact = kind.field(name);
    if (exact != nullptr && is_settable(*exact)) return exact;
    auto const found =
        std::ranges::find_if(kind.fields, [&](Field const& field) { return is_settable(field) && same(field.path); });
    return found == kind.fields.end() ? nullptr : &*found;
}

std::vector<std::string> ids_of_kinds(std::vector<std::string> const& kinds, Records const& records)
{
    std::vector<std::string> ids;
    for (auto const& kind : kinds)
        for (auto const& record : records.of(kind)) ids.push_back(record.id);
    return ids;
}

void dates_in(Value& value, std::string const& path, Schema const& schema)
{
    auto const* field = schema.kind().field(path);
    if (value.string() != nullptr && field != nullptr && field->type == FieldType::date) {
        value.data = value_of(schema, *field, std::vector<std::string>{*value.string()}).data;
    } else if (auto* items = std::get_if<Array>(&value.data)) {
        erase_if(*items, [](Value const& item) { return item.unreadable(); });
        for (std::size_t i = 0; i < items->size(); ++i) dates_in(items->edit(i), path + "[]", schema);
    } else if (auto* members = std::get_if<Table>(&value.data)) {
        erase_if(*members, [](Member const& member) { return member.value.unreadable(); });
        for (std::size_t i = 0; i < members->size(); ++i) {
            auto& member = members->edit(i);
            dates_in(member.value, path + "." + member.key, schema);
        }
    }
}

bool is_day_of_a_date(Kind const& kind, std::string_view column)
{
    auto const dot = column.rfind('.');
    if (dot == std::string_view::npos || (column.substr(dot) != ".first" && column.substr(dot) != ".last"))
        return false;
    auto const* field = field_typed(kind, column.substr(0, dot));
    return field != nullptr && field->type == FieldType::date;
}

}  // namespace sss
