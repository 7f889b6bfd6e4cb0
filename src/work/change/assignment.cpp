#include "work/change/assignment.hpp"

#include "records/write.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/error.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {
namespace {

using Act = Assignment::Act;

/// Whether an operator begins here: a hyphen within a name is part of it.
bool is_operator(std::string_view word, std::size_t at)
{
    auto const c = word[at];
    auto const next = at + 1 < word.size() ? word[at + 1] : '\0';
    return c == '=' || (c == '+' && next == '=') || (c == '-' && (next == '=' || next == '\0'));
}

/// How an item is named in brackets, and in `-=`.
std::string name_of_item(Value const& item, std::string const& key)
{
    auto const* table = item.table();
    auto const* value = table == nullptr ? &item : key.empty() ? nullptr : find(*table, key);
    if (value == nullptr) return {};
    return value->text() != nullptr ? *value->text() : write_value(*value);
}

std::vector<std::string> names_of_items(Array const& items, std::string const& key)
{
    std::vector<std::string> names;
    for (auto const& item : items) names.push_back(name_of_item(item, key));
    return names;
}

std::string suggestion_for(std::string_view wrong, std::vector<std::string> const& known)
{
    auto const near = nearest(wrong, known);
    return near ? fmt::format("; did you mean '{}'?", *near) : std::string{};
}

/// The way through the record that an assignment names, and the field there.
struct FieldWay {
    EditPath path;
    std::string schema_path;       ///< "action[].closed"
    Field const* field = nullptr;  ///< nullptr where the schema does not know it
    Value const* value = nullptr;  ///< that stands there; nullptr where none does
};

class FieldFinder {
public:
    FieldFinder(Kind const& kind, Table const& record) : kind_(kind), table_(&record) {}

    /// Nothing, and a problem, where the assignment names something that is not there.
    std::optional<FieldWay> follow(Assignment const& assignment, std::vector<std::string>& problems)
    {
        for (auto const& part : assignment.path) {
            auto const key = key_meant(part.key);
            if (key.empty()) {
                problems.push_back(unknown(part.key));
                return std::nullopt;
            }
            way_.schema_path += (way_.schema_path.empty() ? "" : ".") + key;
            way_.path.push_back({key});
            way_.value = table_ == nullptr ? nullptr : find(*table_, key);
            way_.field = kind_.field(way_.schema_path);
            if (part.item && !item(*part.item, assignment.name, problems)) return std::nullopt;
            auto const last = &part == &assignment.path.back();
            auto const list = way_.field != nullptr && way_.field->type == FieldType::array;
            if (!last && !part.item && (list || (way_.value != nullptr && way_.value->array() != nullptr))) {
                problems.push_back(fmt::format("'{}' is a list: name the item, as in {}[{}]", key, key, first_item()));
                return std::nullopt;
            }
            table_ = way_.value == nullptr ? nullptr : way_.value->table();
        }
        return way_;
    }

private:
    /// The key as the schema or the record spells it; empty where neither knows it.
    std::string key_meant(std::string const& typed) const
    {
        auto const prefix = way_.schema_path.empty() ? std::string{} : way_.schema_path + ".";
        if (table_ != nullptr && find(*table_, typed) != nullptr) return typed;
        if (kind_.field(prefix + typed) != nullptr) return typed;
        auto plain = typed;
        std::ranges::replace(plain, '-', '_');
        return kind_.field(prefix + plain) != nullptr ? plain : std::string{};
    }

    std::string unknown(std::string const& typed) const
    {
        auto const prefix = way_.schema_path.empty() ? std::string{} : way_.schema_path + ".";
        std::vector<std::string> names;
        for (auto const& field : kind_.fields)
            if (field.path.starts_with(prefix) && field.path.find_first_of(".[", prefix.size()) == std::string::npos)
                names.push_back(field.path.substr(prefix.size()));
        auto const holder = prefix.empty() ? schema::with_article(kind_.name) : fmt::format("'{}'", way_.schema_path);
        return fmt::format("{} has no field '{}'{}", holder, visible(typed), suggestion_for(typed, names));
    }

    bool item(std::string const& typed, std::string const& name, std::vector<std::string>& problems)
    {
        auto const* items = way_.value == nullptr ? nullptr : way_.value->array();
        auto const key = way_.field == nullptr ? std::string{} : way_.field->key;
        std::vector<std::string> names;
        if (items != nullptr) names = names_of_items(*items, key);
        auto found = std::ranges::find(names, typed);
        if (found == names.end() && key.empty() && items != nullptr) {
            // Where no field tells the items apart, their number does.
            for (std::size_t i = 0; i < names.size(); ++i) names[i] = fmt::format("{}", i + 1);
            found = std::ranges::find(names, typed);
        }
        if (found == names.end()) {
            problems.push_back(fmt::format("{}: the record has no {} '{}'{}", visible(name), way_.path.back().key,
                                           visible(typed), suggestion_for(typed, names)));
            return false;
        }
        auto const index = static_cast<std::size_t>(found - names.begin());
        way_.path.back().item = index;
        way_.schema_path += "[]";
        way_.value = &(*items)[index];
        return true;
    }

    std::string first_item() const
    {
        auto const* items = way_.value == nullptr ? nullptr : way_.value->array();
        auto const key = way_.field == nullptr ? std::string{} : way_.field->key;
        auto const name = items == nullptr || items->empty() ? std::string{} : name_of_item(items->front(), key);
        return name.empty() ? "1" : name;
    }

    Kind const& kind_;
    Table const* table_;
    FieldWay way_;
};

std::string about(Assignment const& assignment, Objection const& objection)
{
    return fmt::format("{}: {}", visible(assignment.name), visible(objection.text()));
}

/// Items that the words of `+=` and `-=` name.
Array items_of(Schema const& schema, Field const& field, std::string const& words, Records const& records)
{
    auto listed = field;
    listed.type = FieldType::array;
    auto value = value_of(schema, listed, std::vector<std::string>{words});
    take_present_ids(listed, value, records);
    return std::get<Array>(std::move(value.data));
}

std::vector<FieldEdit> additions(FieldWay const& way, Array const& items)
{
    std::vector<FieldEdit> edits;
    auto const* old = way.value == nullptr ? nullptr : way.value->array();
    for (auto const& item : items) {
        auto const there = old != nullptr && std::ranges::find(*old, item) != old->end();
        if (!there || !way.field->set) edits.push_back({FieldEdit::Act::append, way.path, item});
    }
    return edits;
}

std::vector<FieldEdit> removals(Assignment const& assignment, FieldWay const& way, Records const& records,
                                std::vector<std::string>& problems)
{
    auto const* items = way.value == nullptr ? nullptr : way.value->array();
    auto const key = way.field == nullptr ? std::string{} : way.field->key;
    auto const names = items == nullptr ? std::vector<std::string>{} : names_of_items(*items, key);
    std::vector<std::size_t> gone;
    // A text may hold commas of its own: first the words as a whole, then between commas.
    auto wanted = std::vector<std::string>{std::string{trimmed(assignment.value)}};
    if (std::ranges::find(names, wanted.front()) == names.end()) wanted = split_at_commas(assignment.value);
    for (auto const& name : wanted) {
        auto found = std::ranges::find(names, name);
        if (Value present{name}; found == names.end() && way.field != nullptr) {
            take_present_ids(*way.field, present, records);
            found = std::ranges::find(names, *present.string());
        }
        if (found == names.end())
            problems.push_back(fmt::format("{}: '{}' is not in the list{}", visible(assignment.name), visible(name),
                                           suggestion_for(name, names)));
        else
            gone.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    std::ranges::sort(gone, std::greater{});
    auto const repeated = std::ranges::unique(gone);
    gone.erase(repeated.begin(), repeated.end());
    if (items != nullptr && gone.size() == items->size()) return {{FieldEdit::Act::remove, way.path, {}}};
    std::vector<FieldEdit> edits;
    for (auto const index : gone) {
        auto path = way.path;
        path.back().item = index;
        edits.push_back({FieldEdit::Act::remove, std::move(path), {}});
    }
    return edits;
}

}  // namespace

Assignment read_assignment(std::string const& word)
{
    Assignment found;
    std::size_t at = 0;
    auto sound = true;
    while (sound && at < word.size() && !is_operator(word, at)) {
        Assignment::Part part;
        while (at < word.size() && word[at] != '.' && word[at] != '[' && !is_operator(word, at)) part.key += word[at++];
        if (at < word.size() && word[at] == '[') {
            auto const close = word.find(']', at);
            sound = close != std::string::npos;
            if (!sound) break;
            part.item = word.substr(at + 1, close - at - 1);
            at = close + 1;
        }
        sound = !part.key.empty();
        found.path.push_back(std::move(part));
        if (at < word.size() && word[at] == '.') ++at;
    }
    if (!sound || at >= word.size() || found.path.empty())
        throw UsageError{fmt::format("'{}' is no change of a field", visible(word)),
                         "Write FIELD=VALUE, LIST+=ITEM, LIST-=ITEM, or FIELD- to remove it."};
    found.name = word.substr(0, at);
    if (word[at] == '+') found.act = Act::add;
    if (word[at] == '-') found.act = at + 1 < word.size() ? Act::take : Act::clear;
    found.value = word.substr(std::min(word.size(), at + (word[at] == '=' || found.act == Act::clear ? 1 : 2)));
    return found;
}

std::vector<FieldEdit> edits_of(Assignment const& assignment, Schema const& schema, Table const& record,
                                Records const& records, std::vector<std::string>& problems)
{
    auto const way = FieldFinder{schema.kind(), record}.follow(assignment, problems);
    if (!way) return {};
    if (assignment.act == Act::clear) {
        if (way->value == nullptr) return {};
        return {{FieldEdit::Act::remove, way->path, {}}};
    }
    if (trimmed(assignment.value).empty()) {
        problems.push_back(fmt::format("{} is given nothing; to remove it write {}-", visible(assignment.name),
                                       visible(assignment.name)));
        return {};
    }
    if (assignment.act == Act::take) return removals(assignment, *way, records, problems);
    if (way->field == nullptr) {
        problems.push_back(fmt::format("the schema does not know '{}'; it can only be removed, with {}-",
                                       visible(assignment.name), visible(assignment.name)));
        return {};
    }
    auto const& field = *way->field;
    if (assignment.act == Act::add) {
        auto const list = field.type == FieldType::array || (way->value != nullptr && way->value->array() != nullptr);
        if (!list) {
            problems.push_back(fmt::format("'{}' is not a list; write {}=…", field.path, visible(assignment.name)));
            return {};
        }
        auto items = items_of(schema, field, assignment.value, records);
        if (auto const objection = objection_to(schema, field, Value{items}, records)) {
            problems.push_back(about(assignment, *objection));
            return {};
        }
        return additions(*way, items);
    }
    auto value = value_of(schema, field, std::vector<std::string>{assignment.value});
    take_present_ids(field, value, records);
    if (auto const objection = objection_to(schema, field, value, records)) {
        problems.push_back(about(assignment, *objection));
        return {};
    }
    if (way->value != nullptr && *way->value == value) return {};
    return {{FieldEdit::Act::put, way->path, std::move(value)}};
}

}  // namespace sss
