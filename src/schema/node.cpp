#include "schema/node.hpp"

#include <algorithm>
#include <cmath>

namespace sss::schema {

TypeSet types_of(Value const& value)
{
    if (value.text() != nullptr) return type::string;
    if (value.integer() != nullptr) return type::integer | type::number;
    if (auto const* number = value.floating()) {
        auto const whole = std::isfinite(*number) && std::trunc(*number) == *number;
        return whole ? type::integer | type::number : type::number;
    }
    if (value.boolean() != nullptr) return type::boolean;
    if (value.array() != nullptr) return type::array;
    if (value.table() != nullptr) return type::object;
    return type::null;
}

Property const* Node::property(std::string_view name) const
{
    auto const found =
        std::lower_bound(properties.begin(), properties.end(), name,
                         [](Property const& p, std::string_view wanted) { return shorter_first(p.key, wanted); });
    return found != properties.end() && found->key == name ? &*found : nullptr;
}

}  // namespace sss::schema
