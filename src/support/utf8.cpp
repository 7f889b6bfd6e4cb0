#include "support/utf8.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <utf8proc.h>

namespace sss {
namespace {

/// Well-formed sequences after Unicode 15, table 3-7: the second byte's range depends on the first.
std::size_t sequence_length(std::string_view text)
{
    auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    auto const continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    auto const first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    if (first < 0xE0) return continues(1) ? 2 : 0;
    if (first < 0xF0) {
        if (!continues(1) || !continues(2)) return 0;
        if (first == 0xE0 && byte(1) < 0xA0) return 0;
        if (first == 0xED && byte(1) > 0x9F) return 0;
        return 3;
    }
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
}

std::size_t width_of(char32_t c)
{
    auto const width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

bool is_joiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

/// What a joiner may stand between: letters, marks and the symbols that emoji are made of.
bool joinable(char32_t c)
{
    if (c < 0x80) return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_SO:
        case UTF8PROC_CATEGORY_SK: return true;
        default: return false;
    }
}

bool must_be_written_out(char32_t c)
{
    if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0)
        return true;  // Hangul fillers: letters that show nothing
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return true;  // no characters; XML refuses two of them
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CO: return true;
        default: return false;
    }
}

void write_out(std::string& into, char32_t c)
{
    auto const number = static_cast<std::uint32_t>(c);
    if (number < 0x100)
        into += fmt::format("\\x{:02x}", number);
    else if (number < 0x10000)
        into += fmt::format("\\u{:04x}", number);
    else
        into += fmt::format("\\U{:08x}", number);
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        // Records are mostly ASCII: eight bytes at a time while no high bit is set.
        std::uint64_t block = 0;
        if (i + sizeof block <= text.size()) {
            std::memcpy(&block, text.data() + i, sizeof block);
            if ((block & 0x8080808080808080u) == 0) {
                i += sizeof block;
                continue;
            }
        }
        auto const length = sequence_length(text.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

std::size_t count_characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

CodePoint first_code_point(std::string_view text)
{
    if (text.empty()) return {};
    auto const length = sequence_length(text);
    auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    switch (length) {
        case 1: return {byte(0), 1};
        case 2: return {((byte(0) & 0x1Fu) << 6u) | (byte(1) & 0x3Fu), 2};
        case 3: return {((byte(0) & 0x0Fu) << 12u) | ((byte(1) & 0x3Fu) << 6u) | (byte(2) & 0x3Fu), 3};
        case 4:
            return {
                ((byte(0) & 0x07u) << 18u) | ((byte(1) & 0x3Fu) << 12u) | ((byte(2) & 0x3Fu) << 6u) | (byte(3) & 0x3Fu),
                4};
        default: return {0xFFFD, 1};
    }
}

std::string encode_utf8(char32_t code_point)
{
    utf8proc_uint8_t bytes[4];
    auto const length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
    return {bytes, bytes + length};
}

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        auto const [c, length] = first_code_point(text);
        width += width_of(c);
        text.remove_prefix(length);
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width, Align align)
{
    auto const taken = display_width(text);
    std::string const fill(width > taken ? width - taken : 0, ' ');
    return align == Align::left ? std::string{text} + fill : fill + std::string{text};
}

std::string truncated(std::string_view text, std::size_t width)
{
    if (display_width(text) <= width) return std::string{text};
    if (width == 0) return {};
    std::size_t kept = 0;
    std::size_t taken = 0;
    while (kept < text.size()) {
        auto const [c, length] = first_code_point(text.substr(kept));
        if (taken + width_of(c) > width - 1) break;
        taken += width_of(c);
        kept += length;
    }
    return std::string{text.substr(0, kept)} + "…";
}

std::string visible(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    char32_t before = 0;
    while (!text.empty()) {
        auto const [c, length] = first_code_point(text);
        auto const bytes = text.substr(0, length);
        text.remove_prefix(length);
        if (c == 0xFFFD && length == 1) {
            write_out(out, static_cast<unsigned char>(bytes[0]));
        } else if (is_joiner(c)) {
            if (joinable(before) && joinable(first_code_point(text).value))
                out += bytes;
            else
                write_out(out, c);
        } else if (must_be_written_out(c)) {
            write_out(out, c);
        } else {
            out += bytes;
        }
        before = c;
    }
    return out;
}

}  // namespace sss
