#include "programme/value.hpp"

#include <algorithm>
#include <cmath>

namespace sss {

std::string const* Value::text() const
{
    if (auto const* plain = string()) return plain;
    if (auto const* time = temporal()) return &time->text;
    return nullptr;
}

std::optional<Date> Value::date(Zone const& zone) const
{
    auto const* said = text();
    if (said == nullptr) return std::nullopt;
    auto const read = parse_date(*said, zone);
    auto const* date = std::get_if<Date>(&read);
    return date == nullptr ? std::nullopt : std::optional{*date};
}

bool operator==(Value const& a, Value const& b)
{
    if (&a == &b) return true;
    if (a.data.index() != b.data.index()) return false;
    if (auto const* x = a.floating()) return *x == *b.floating() || (std::isnan(*x) && std::isnan(*b.floating()));
    return std::visit(
        [&b]<typename T>(T const& x) -> bool {
            if constexpr (std::is_same_v<T, double>)
                return true;  // compared above
            else
                return x == std::get<T>(b.data);
        },
        a.data);
}

bool operator==(Array const& a, Array const& b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!a.shares(i, b, i) && !(a[i] == b[i])) return false;
    return true;
}

bool operator==(Table const& a, Table const& b)
{
    if (a.size() != b.size()) return false;
    // Versions of one record share most members, and mostly agree in the order of their keys.
    std::size_t same = 0;
    while (same < a.size() && (a.shares(same, b, same) || a[same].key == b[same].key)) {
        if (!a.shares(same, b, same) && !(a[same].value == b[same].value)) return false;
        ++same;
    }
    auto const by_key = [same](Table const& table) {
        std::vector<Member const*> members;
        for (auto i = same; i < table.size(); ++i) members.push_back(&table[i]);
        std::ranges::sort(members, {}, [](Member const* member) -> std::string const& { return member->key; });
        return members;
    };
    return std::ranges::equal(by_key(a), by_key(b), [](Member const* x, Member const* y) {
        return x->key == y->key && x->value == y->value;
    });
}

Value const* find(Table const& table, std::string_view key)
{
    auto const found = std::ranges::find(table, key, &Member::key);
    return found == table.end() ? nullptr : &found->value;
}

std::optional<double> Value::number() const
{
    if (auto const* whole = integer()) return static_cast<double>(*whole);
    if (auto const* number = floating()) return *number;
    return std::nullopt;
}

std::vector<std::string> Value::strings() const
{
    std::vector<std::string> all;
    if (auto const* list = array())
        for (auto const& item : *list)
            if (item.string() != nullptr) all.push_back(*item.string());
    return all;
}

std::vector<Table const*> Value::items() const
{
    std::vector<Table const*> all;
    if (auto const* list = array())
        for (auto const& item : *list)
            if (item.table() != nullptr) all.push_back(item.table());
    return all;
}

std::string const* string_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value == nullptr ? nullptr : value->string();
}

std::optional<double> number_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value == nullptr ? std::nullopt : value->number();
}

Table const* table_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value == nullptr ? nullptr : value->table();
}

std::vector<std::string> strings_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value == nullptr ? std::vector<std::string>{} : value->strings();
}

std::vector<Table const*> tables_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value == nullptr ? std::vector<Table const*>{} : value->items();
}

std::optional<Date> date_at(Table const& table, std::string_view key, Zone const& zone)
{
    auto const* value = find(table, key);
    return value == nullptr ? std::nullopt : value->date(zone);
}

std::optional<Date> date_of(SharedValue const& value, Zone const& zone)
{
    return value ? value->date(zone) : std::nullopt;
}

}  // namespace sss
