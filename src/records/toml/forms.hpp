#pragma once

#include <algorithm>
#include <string_view>

namespace sss {

inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a text has a form, in which `d` stands for a digit and everything else for itself.
inline bool has_form(std::string_view text, std::string_view form)
{
    return text.size() == form.size() &&
           std::ranges::equal(text, form, [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; });
}

}  // namespace sss
