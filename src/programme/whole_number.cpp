#include "programme/whole_number.hpp"

#include <cmath>

namespace sss {

std::optional<std::int64_t> whole_number(Value const& value)
{
    constexpr auto largest = 9007199254740992.0;
    if (auto const* number = value.integer()) return *number;
    auto const* number = value.floating();
    if (number == nullptr || !(std::abs(*number) <= largest) || std::trunc(*number) != *number) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

}  // namespace sss
