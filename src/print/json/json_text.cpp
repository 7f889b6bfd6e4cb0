#include "print/json/json_text.hpp"

#include "support/utf8.hpp"

#include <cstdint>
#include <string_view>

#include <fmt/format.h>

namespace sss {

using nlohmann::ordered_json;

namespace {

/// "\u202e", and above U+FFFF a pair of surrogates.
std::string json_escape(char32_t value)
{
    if (value < 0x10000) return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(value));
    auto const rest = static_cast<std::uint32_t>(value) - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

/// Whether it joins letters: alone it would be written out, and within its word it must not be.
bool joins(char32_t value)
{
    return value == 0x200C || value == 0x200D;
}

}  // namespace

std::string escaped_json(std::string_view json)
{
    // What could act on a terminal or hide from a reader stands only within strings, where JSON has an escape for it.
    std::string safe;
    safe.reserve(json.size());
    for (auto rest = json; !rest.empty();) {
        auto const [value, length] = first_code_point(rest);
        auto const bytes = rest.substr(0, length);
        rest.remove_prefix(length);
        auto const plain_ascii = (value >= ' ' && value < 0x7F) || value == '\t';
        if (value == '\r') {  // a blank between two values: within a string JSON allows none
            safe += rest.starts_with('\n') ? "" : "\n";
            continue;
        }
        // "##[error]" is obeyed by a CI system that reads its log, wherever in a line it stands.
        auto const command = value == '#' && rest.starts_with('#');
        if (!command && (plain_ascii || value == '\n' || joins(value) || visible(bytes) == bytes))
            safe += bytes;
        else
            safe += json_escape(value);
    }
    return safe;
}

std::string dumped(ordered_json const& document)
{
    return escaped_json(document.dump(2, ' ', false, ordered_json::error_handler_t::replace)) + '\n';
}

}  // namespace sss
