#include "support/text_parts.hpp"

#include <algorithm>

namespace sss {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    auto const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::vector<std::string> split_at_commas(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto const part = trimmed(text.substr(0, comma));
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

}  // namespace sss
