#pragma once

#include "programme/value.hpp"

#include <bit>
#include <cstdint>
#include <string>

namespace sss {

/// A value to the letter: what `==` does not look at too, the order of keys and the sign of nothing.
inline std::string letters(Value const& value)
{
    if (auto const* table = value.table()) {
        std::string all = "{";
        for (auto const& member : *table) all += member.key + '=' + letters(member.value) + ';';
        return all + '}';
    }
    if (auto const* array = value.array()) {
        std::string all = "[";
        for (auto const& item : *array) all += letters(item) + ',';
        return all + ']';
    }
    auto const type = std::to_string(value.data.index()) + ':';
    if (auto const* time = value.temporal())
        return type + std::to_string(static_cast<int>(time->type)) + ':' + time->text;
    if (auto const* text = value.string()) return type + std::to_string(text->size()) + ':' + *text;
    if (auto const* number = value.integer()) return type + std::to_string(*number);
    if (auto const* number = value.floating()) return type + std::to_string(std::bit_cast<std::uint64_t>(*number));
    if (auto const* flag = value.boolean()) return type + std::to_string(*flag);
    return type;
}

}  // namespace sss
