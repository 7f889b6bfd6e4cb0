#include "schema/compare.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sss::schema {
namespace {

std::partial_ordering compare_mixed(std::int64_t a, double b)
{
    if (std::isnan(b)) return std::partial_ordering::unordered;
    // 2^63 is the first float beyond every integer; below it, the whole part fits and can be compared exactly.
    if (b >= 9223372036854775808.0) return std::partial_ordering::less;
    if (b < -9223372036854775808.0) return std::partial_ordering::greater;
    auto const whole = std::trunc(b);
    auto const order = a <=> static_cast<std::int64_t>(whole);
    return order != 0 ? order : 0.0 <=> (b - whole);
}

enum class Rank { nothing, truth, number, text, array, table };

Rank rank(Value const& value)
{
    if (value.boolean() != nullptr) return Rank::truth;
    if (value.integer() != nullptr || value.floating() != nullptr) return Rank::number;
    if (value.text() != nullptr) return Rank::text;
    if (value.array() != nullptr) return Rank::array;
    if (value.table() != nullptr) return Rank::table;
    return Rank::nothing;
}

std::weak_ordering compare_counts(Value const& a, Value const& b)
{
    auto const is_nan = [](Value const& value) { return value.floating() != nullptr && std::isnan(*value.floating()); };
    if (is_nan(a) || is_nan(b)) return is_nan(b) <=> is_nan(a);
    auto const order = compare_numbers(a, b);
    return order < 0   ? std::weak_ordering::less
           : order > 0 ? std::weak_ordering::greater
                       : std::weak_ordering::equivalent;
}

std::vector<Member const*> by_key(Table const& table)
{
    std::vector<Member const*> sorted;
    sorted.reserve(table.size());
    for (auto const& member : table) sorted.push_back(&member);
    std::ranges::sort(sorted, {}, [](Member const* member) -> std::string const& { return member->key; });
    return sorted;
}

std::weak_ordering compare_tables(Table const& a, Table const& b)
{
    if (auto const order = a.size() <=> b.size(); order != 0) return order;
    auto const left = by_key(a);
    auto const right = by_key(b);
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (auto const order = left[i]->key <=> right[i]->key; order != 0) return order;
        if (auto const order = compare_values(left[i]->value, right[i]->value); order != 0) return order;
    }
    return std::weak_ordering::equivalent;
}

__extension__ using Wide = unsigned __int128;

/// digits × 10^exponent; the sign does not matter to those who ask.
struct Decimal {
    std::uint64_t digits = 0;
    int exponent = 0;
};

/// The shortest decimal that reads as this number: what its author wrote, for all that floats keep of it.
Decimal decimal_of(Value const& value)
{
    if (auto const* whole = value.integer()) {
        auto const bits = static_cast<std::uint64_t>(*whole);
        return {*whole < 0 ? 0 - bits : bits, 0};
    }
    std::array<char, 32> buffer;
    auto const* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(*value.floating()),
                                    std::chars_format::scientific)
                          .ptr;
    Decimal result;
    auto const* at = buffer.data();
    for (auto behind_point = false; at < end && *at != 'e'; ++at) {
        if (*at == '.') {
            behind_point = true;
            continue;
        }
        result.digits = result.digits * 10 + static_cast<std::uint64_t>(*at - '0');
        result.exponent -= behind_point ? 1 : 0;
    }
    auto power = 0;
    std::from_chars(at + (at[1] == '+' ? 2 : 1), end, power);
    result.exponent += power;
    return result;
}

}  // namespace

bool is_multiple(Value const& value, Value const& of)
{
    auto const number = decimal_of(value);
    auto const step = decimal_of(of);
    auto scale = number.exponent - step.exponent;
    auto rest = number.digits % step.digits;
    for (; scale > 0 && rest != 0; --scale) rest = static_cast<std::uint64_t>(Wide{rest} * 10 % step.digits);
    if (scale >= 0) return rest == 0;
    auto divisor = Wide{step.digits};
    for (; scale < 0 && divisor <= number.digits; ++scale) divisor *= 10;
    return number.digits % divisor == 0;  // also where the loop ended early: then only 0 is a multiple
}

std::partial_ordering compare_numbers(Value const& a, Value const& b)
{
    if (auto const* x = a.integer()) {
        if (auto const* y = b.integer()) return *x <=> *y;
        return compare_mixed(*x, *b.floating());
    }
    if (auto const* y = b.integer()) return 0 <=> compare_mixed(*y, *a.floating());
    return *a.floating() <=> *b.floating();
}

std::weak_ordering compare_values(Value const& a, Value const& b)
{
    auto const kind = rank(a);
    if (auto const order = kind <=> rank(b); order != 0) return order;
    switch (kind) {
        case Rank::nothing: return std::weak_ordering::equivalent;
        case Rank::truth: return *a.boolean() <=> *b.boolean();
        case Rank::number: return compare_counts(a, b);
        case Rank::text: return *a.text() <=> *b.text();
        case Rank::array: break;
        case Rank::table: return compare_tables(*a.table(), *b.table());
    }
    auto const& left = *a.array();
    auto const& right = *b.array();
    if (auto const order = left.size() <=> right.size(); order != 0) return order;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (auto const order = compare_values(left[i], right[i]); order != 0) return order;
    return std::weak_ordering::equivalent;
}

}  // namespace sss::schema
