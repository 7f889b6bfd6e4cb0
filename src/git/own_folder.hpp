#pragma once

#include <algorithm>
#include <string_view>

namespace sss {

/// Whether a part of a path is the folder in which git keeps its own, in whatever capitals: some file systems do not
/// tell them apart, and git itself puts no such name into a commit.
inline bool leads_into_git(std::string_view path)
{
    constexpr std::string_view own = ".git";
    while (true) {
        auto const part = path.substr(0, path.find('/'));
        auto const is_own = std::ranges::equal(part, own, [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
        });
        if (is_own) return true;
        if (part.size() == path.size()) return false;
        path.remove_prefix(part.size() + 1);
    }
}

}  // namespace sss
