#include "support/natural_order.hpp"

#include <algorithm>
#include <cstddef>

namespace sss {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the digits at the beginning off the text; without their leading zeros.
std::string_view take_number(std::string_view& text)
{
    auto const* const end = std::ranges::find_if_not(text, is_digit);
    auto number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(number.size());
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

}  // namespace

std::strong_ordering natural_order(std::string_view a, std::string_view b)
{
    auto one = a, other = b;
    while (!one.empty() && !other.empty()) {
        if (is_digit(one.front()) && is_digit(other.front())) {
            auto const left = take_number(one), right = take_number(other);
            if (auto const order = left.size() <=> right.size(); order != 0) return order;
            if (auto const order = left <=> right; order != 0) return order;
        } else {
            auto const left = static_cast<unsigned char>(one.front());
            auto const right = static_cast<unsigned char>(other.front());
            if (left != right) return left <=> right;
            one.remove_prefix(1);
            other.remove_prefix(1);
        }
    }
    if (one.empty() != other.empty()) return one.size() <=> other.size();
    return a <=> b;
}

}  // namespace sss
