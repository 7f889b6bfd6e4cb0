#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <optional>

namespace sss {

/// The whole number that a value is, also one that is written as 30.0: JSON Schema knows no difference. Nothing of any
/// other value, and beyond 2^53 of one with decimals: there not every whole number is one of its own.
std::optional<std::int64_t> whole_number(Value const& value);

}  // namespace sss
