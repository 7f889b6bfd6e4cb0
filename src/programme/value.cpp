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

bool operator==(Value const& a, Value const& b)
{
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

bool operator==(Table const& a, Table const& b)
{
    return a.size() == b.size() && std::ranges::all_of(a, [&b](Member const& member) {
               auto const* other = find(b, member.key);
               return other != nullptr && member.value == *other;
           });
}

Value const* find(Table const& table, std::string_view key)
{
    auto const found = std::ranges::find(table, key, &Member::key);
    return found == table.end() ? nullptr : &found->value;
}

}  // namespace sss
