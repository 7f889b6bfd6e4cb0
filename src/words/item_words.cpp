#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// The path of a list's items as the schema knows it: "action[a2].files" is "action[].files[]".
std::string items_path(std::string_view path)
{
    std::string found;
    while (!path.empty()) {
        auto const open = std::min(path.find('['), path.size());
        found += path.substr(0, open);
        if (open < path.size()) found += "[]";
        auto const close = path.find(']', open);
        path.remove_prefix(close == std::string_view::npos ? path.size() : close + 1);
    }
    return found + "[]";
}

std::string text_in(Table const& table, std::string_view key)
{
    auto const* text = string_at(table, key);
    return text != nullptr ? *text : std::string{};
}

}  // namespace

bool holds_nothing(Value const& value)
{
    if (auto const* text = value.string()) return text->empty();
    if (auto const* array = value.array()) return array->empty();
    return value.table() != nullptr && value.table()->empty();
}

std::string ChangeWords::value(std::string_view path, Field const* field, Value const& value) const
{
    auto const* one = value.array() != nullptr && !value.array()->empty() ? &value.array()->front() : &value;
    auto const number = one->integer() != nullptr || one->floating() != nullptr;
    return value_text(field, value) + (number ? std::string{unit_of(path)} : std::string{});
}

/// Where things were found is told last, and in one line.
std::string ChangeWords::sources(std::vector<FieldChange const*> const& added) const
{
    std::string list;
    for (auto const* one : added)
        list += (list.empty() ? "" : "; ") + one_line(text_in(*one->to->table(), one->field->key), quoted_width);
    return fmt::format("{}: {}", added.size() == 1 ? "source added" : "sources added", list);
}

std::string ChangeWords::item(FieldChange const& change, Value const& value, bool gone) const
{
    auto const& table = *value.table();
    auto const label = label_of(change.path);
    auto said = text_in(table, keys::text);
    for (auto const* key : {"title", "name", "person"})
        if (said.empty()) said = text_in(table, key);
    auto const array = change.path.substr(0, change.path.find('['));
    auto sentence = fmt::format("{}{}", gone ? "dropped " : array == "decision" ? "decided, " : "new ", label);
    // The label holds the item's key already.
    if (!said.empty() && !change.path.ends_with('[' + said + ']'))
        sentence += fmt::format(": {}", one_line(said, quoted_width));
    if (!gone) {
        if (auto const owner = text_in(table, keys::owner); !owner.empty())
            sentence += fmt::format(" ({})", title_of({std::string{kinds::organisation}}, owner));
    }
    return sentence;
}

/// One item of a list that changed in place, known by what stayed of it: "(pattern main) required-approvals 0 → 1".
std::string ChangeWords::item_changed(Kind const& kind, std::string const& path, Table const& from,
                                      Table const& to) const
{
    std::string stayed, differs;
    auto const tell = [&](std::string text) { differs += (differs.empty() ? "" : ", ") + std::move(text); };
    for (auto const& member : to) {
        auto const* old = find(from, member.key);
        auto const now = value_text(nullptr, member.value);
        if (old == nullptr)
            tell(fmt::format("{} {}", member.key, now));
        else if (!same_meaning(kind, path + '.' + member.key, *old, member.value))
            tell(fmt::format("{} {} → {}", member.key, value_text(nullptr, *old), now));
        else if (stayed.empty())
            stayed = fmt::format("({} {}) ", member.key, now);
    }
    for (auto const& member : from)
        if (find(to, member.key) == nullptr) tell(member.key + " dropped");
    return stayed + differs;
}

/// A list that gained and lost members.
std::string ChangeWords::members(Kind const& kind, FieldChange const& change) const
{
    static Array const none;
    auto const& from = change.from ? *change.from->array() : none;
    auto const& to = change.to ? *change.to->array() : none;
    if (change.from.has_value() != change.to.has_value() && from.empty() && to.empty())
        return label_of(change.path, change.field) + (change.to ? " added, empty" : " dropped (it was empty)");
    auto const path = items_path(change.path);
    // An item that stands there twice is told where it stood once.
    auto const missing_in = [&](Array const& here, Array const& there) {
        std::vector<Value const*> missing;
        std::vector<bool> taken(there.size());
        for (auto const& value : here) {
            auto found = false;
            for (std::size_t i = 0; i < there.size() && !found; ++i)
                if (!taken[i] &&
                    (same_meaning(change.field, value, there[i]) || same_meaning(kind, path, value, there[i])))
                    found = taken[i] = true;
            if (!found) missing.push_back(&value);
        }
        return missing;
    };
    auto const only_new = missing_in(to, from);
    auto const only_old = missing_in(from, to);
    if (only_new.size() == 1 && only_old.size() == 1 && only_new.front()->table() != nullptr &&
        only_old.front()->table() != nullptr)
        return label_of(change.path, change.field) + ' ' +
               one_line(item_changed(kind, path, *only_old.front()->table(), *only_new.front()->table()),
                        2 * quoted_width);
    auto const listed = [&](std::vector<Value const*> const& values) {
        std::string list;
        for (auto const* value : values) {
            auto const text = value_text(change.field, *value);
            list += (list.empty() ? "" : ", ") + (value->table() != nullptr ? '(' + text + ')' : text);
        }
        return list;
    };
    auto const gained = listed(only_new);
    auto const lost = listed(only_old);
    auto sentence = label_of(change.path, change.field);
    if (gained.empty() && lost.empty()) return sentence + " in another order";
    if (!gained.empty()) sentence += " + " + one_line(gained, quoted_width);
    if (!lost.empty()) sentence += (gained.empty() ? " − " : "; − ") + one_line(lost, quoted_width);
    return sentence;
}

std::string ChangeWords::value_text(Field const* field, Value const& value) const
{
    if (auto const date = field != nullptr && field->role != DateRole::none ? value.date(zone_) : std::nullopt)
        return in_words(*date);
    if (holds_nothing(value)) return "empty";
    if (auto const* text = value.string()) {
        return field != nullptr && !field->references.empty() ? title_of(field->references, *text)
                                                              : one_line(*text, quoted_width);
    }
    if (auto const* time = value.temporal()) return time->text;
    if (auto const* number = value.integer()) return fmt::format("{}", *number);
    if (auto const* number = value.floating()) return fmt::format("{}", *number);
    if (auto const* flag = value.boolean()) return *flag ? "yes" : "no";
    if (auto const* array = value.array()) {
        std::string list;
        for (auto const& one : *array) list += (list.empty() ? "" : ", ") + value_text(field, one);
        return one_line(list, quoted_width);
    }
    if (auto const* table = value.table()) {
        std::string list;
        for (auto const& member : *table)
            list += fmt::format("{}{} {}", list.empty() ? "" : ", ", member.key, value_text(nullptr, member.value));
        return one_line(list, quoted_width);
    }
    return "?";
}

}  // namespace sss
