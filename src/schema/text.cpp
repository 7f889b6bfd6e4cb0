#include "schema/text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sss::schema {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_continuation(byte); }));
}

std::string shortened(std::string_view text, std::size_t limit)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_continuation(text[at])) continue;
        if (count++ == limit) return std::string{text.substr(0, at)} + "…";
    }
    return std::string{text};
}

std::string quoted(std::string_view text)
{
    std::string result{"\""};
    for (auto const byte : shortened(text)) {
        switch (byte) {
            case '"': result += "\\\""; break;
            case '\\': result += "\\\\"; break;
            case '\n': result += "\\n"; break;
            case '\t': result += "\\t"; break;
            case '\r': result += "\\r"; break;
            default:
                if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F)
                    result += fmt::format("\\u{:04X}", static_cast<unsigned char>(byte));
                else
                    result += byte;
        }
    }
    return result + '"';
}

namespace {

std::string shown_float(double number)
{
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    return fmt::format("{}", number);
}

}  // namespace

std::string shown(Value const& value)
{
    if (auto const* text = value.string()) return schema::quoted(*text);
    if (auto const* number = value.integer()) return fmt::format("{}", *number);
    if (auto const* number = value.floating()) return shown_float(*number);
    if (auto const* truth = value.boolean()) return *truth ? "true" : "false";
    if (auto const* time = value.temporal()) return time->text;
    if (value.table() != nullptr) return "a table";
    auto const* items = value.array();
    if (items == nullptr) return "null";
    if (items->size() > 4) return fmt::format("a list of {} items", items->size());
    std::string result;
    for (auto const& item : *items) result += (result.empty() ? "" : ", ") + shown(item);
    return fmt::format("[{}]", shortened(result));
}

std::string key_text(std::string_view key)
{
    auto const bare = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !key.empty() && std::ranges::all_of(key, bare) ? std::string{key} : quoted(key);
}

std::string with_article(std::string_view noun)
{
    auto const vowel = !noun.empty() && std::string_view{"aeiouAEIOU"}.find(noun.front()) != std::string_view::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string counted(std::size_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string joined(std::span<std::string const> parts, std::string_view word)
{
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += i + 1 == parts.size() ? fmt::format(" {} ", word) : ", ";
        result += parts[i];
    }
    return result;
}

std::string listed(std::span<std::string const> parts, std::size_t most)
{
    // One more than allowed is shown too: its name takes no more room than "and 1 more".
    auto const count = parts.size() <= most + 1 ? parts.size() : most;
    auto result = fmt::format("{}", fmt::join(parts.first(count), ", "));
    if (count < parts.size()) result += fmt::format(" and {} more", parts.size() - count);
    return result;
}

std::string_view line_at(std::string_view text, std::uint32_t number)
{
    if (number == 0) return {};
    std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (; number > 1; --number) {
        begin = text.find('\n', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    auto line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace sss::schema
