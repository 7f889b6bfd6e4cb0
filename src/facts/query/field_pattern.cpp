#include "facts/query/field_pattern.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace sss {

namespace {

using PatternStep = FieldPattern::Part;

/// A key may hold dots and brackets of its own: it ends with a bracket that something new follows.
std::size_t end_of_key(std::string_view text, std::size_t from)
{
    for (auto at = text.find(']', from); at != std::string_view::npos; at = text.find(']', at + 1))
        if (at + 1 == text.size() || text[at + 1] == '.') return at;
    return text.size();
}

std::vector<PatternStep> steps_of(std::string_view text)
{
    std::vector<PatternStep> steps;
    std::size_t from = 0;
    while (true) {
        auto const to = std::min(text.find_first_of(".[", from), text.size());
        steps.push_back({std::string{text.substr(from, to - from)}, std::nullopt});
        if (to == text.size()) return steps;
        from = to + 1;
        if (text[to] == '.') continue;
        auto const end = end_of_key(text, from);
        auto const key = text.substr(from, end - from);
        if (!key.empty()) steps.back().item = key;
        if (end + 1 >= text.size()) return steps;
        from = end + 2;  // behind the bracket and the dot
    }
}

std::string spelled(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const* number = value.integer()) return fmt::format("{}", *number);
    if (auto const* number = value.floating()) return fmt::format("{}", *number);
    return {};
}

/// What stands at the end of the steps, of every item on the way that is meant.
void collect(Value const* value, std::span<PatternStep const> steps, std::string const& key,
             std::optional<std::string> item, std::vector<Value const*>& into)
{
    if (value == nullptr) return;
    if (auto const* array = value->array(); array != nullptr && (item || !steps.empty())) {
        for (auto const& one : *array) {
            auto const* name = one.table() != nullptr && !key.empty() ? find(*one.table(), key) : nullptr;
            if (!item || name == nullptr || spelled(*name) == *item) collect(&one, steps, key, std::nullopt, into);
        }
        return;
    }
    if (steps.empty()) {
        into.push_back(value);
        return;
    }
    if (value->table() != nullptr)
        collect(find(*value->table(), steps.front().name), steps.subspan(1), key, steps.front().item, into);
}

bool same(std::vector<Value const*> const& a, std::vector<Value const*> const& b)
{
    return std::ranges::equal(a, b, [](Value const* x, Value const* y) { return *x == *y; });
}

/// @param whole  of which the values are parts
SharedValue only(SharedValue const& whole, std::vector<Value const*> const& values)
{
    return values.empty() ? SharedValue{} : SharedValue{whole, *values.front()};
}

}  // namespace

FieldPattern::FieldPattern(std::string_view text) : text_(text), steps_(steps_of(text)) {}

std::optional<FieldChange> FieldPattern::part_of(Kind const& kind, FieldChange const& change) const
{
    auto const path = steps_of(change.path);
    auto const shared = std::min(path.size(), steps_.size());
    for (std::size_t i = 0; i < shared; ++i) {
        if (path[i].name != steps_[i].name) return std::nullopt;
        if (path[i].item && steps_[i].item && *path[i].item != *steps_[i].item) return std::nullopt;
    }
    auto const& last = steps_[shared - 1];
    auto const item = path[shared - 1].item ? std::nullopt : last.item;
    auto const rest = std::span{steps_}.subspan(shared);
    if (rest.empty() && !item) return change;

    // The change is of more than the pattern names: of an item that came or went, or of a list without keys.
    auto const key = change.field != nullptr ? change.field->key : std::string{};
    std::vector<Value const*> from, to;
    collect(change.from.get(), rest, key, item, from);
    collect(change.to.get(), rest, key, item, to);
    if (same(from, to)) return std::nullopt;
    if (!change.path.ends_with(']') || from.size() > 1 || to.size() > 1) return change;
    FieldChange part{change.path, nullptr, only(change.from, from), only(change.to, to), change.commit};
    std::string schema_path;
    for (auto const& step : path) schema_path += (schema_path.empty() ? "" : ".") + step.name + (step.item ? "[]" : "");
    for (auto const& step : rest) {
        part.path += '.' + step.name;
        schema_path += '.' + step.name;
    }
    part.field = kind.field(schema_path);
    return part;
}

bool FieldPattern::known_to(Kind const& kind) const
{
    std::string prefix;
    for (auto const& step : steps_) {
        auto const* field = kind.field(prefix + step.name);
        if (field == nullptr) return false;
        auto const list = field->type == FieldType::array;
        if (step.item && !list) return false;
        prefix = field->path + (list ? "[]." : ".");
    }
    return true;
}

std::vector<std::string> typed_fields(std::span<Kind const* const> kinds)
{
    std::vector<std::string> names;
    for (auto const* kind : kinds) {
        for (auto const& field : kind->fields) {
            auto name = field.path;
            for (auto at = name.find("[]"); at != std::string::npos; at = name.find("[]")) name.erase(at, 2);
            if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        }
    }
    return names;
}

}  // namespace sss
