#pragma once

#include "programme/value.hpp"

#include <compare>

namespace sss::schema {

/// Orders two numbers by what they count, an integer beside a float without loss. NaN is unordered with everything.
/// @pre both are integers or floats
std::partial_ordering compare_numbers(Value const& a, Value const& b);

/// Whether a number is a whole multiple of another, both taken as the shortest decimals that say them: 0.3 is a
/// multiple of 0.1, and exactly so at every size.
/// @pre both are finite; `of` is above 0
bool is_multiple(Value const& value, Value const& of);

/// An order on values under which those are equal that draft-07 calls equal: 1 and 1.0; tables whatever the order of
/// their keys; and a TOML date equals the string that would say it. Without NaN it is total; NaN comes before all other
/// numbers.
std::weak_ordering compare_values(Value const& a, Value const& b);

inline bool same_value(Value const& a, Value const& b)
{
    return compare_values(a, b) == 0;
}

}  // namespace sss::schema
