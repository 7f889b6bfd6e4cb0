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

/// Format characters that writing needs: marks that say which way a word runs (Arabic, Persian, Hebrew), and signs that
/// are seen although they count as format characters. Overrides, embeddings and isolates are not among them.
bool is_needed_in_writing(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x08E2;
}

bool must_be_written_out(char32_t c)
{
    if (is_needed_in_writing(c)) return false;
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

bool is_blank(char32_t c)
{
    return c == ' ' || c == '\t' || utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

enum class Before { nothing, blank, something };

/// Whether a CI system that reads its log may take what begins here for a command to itself: "::error" at the beginning
/// of a line, where every word may come to stand when text is wrapped; "##[error]" and "##vso[…]" anywhere.
bool begins_log_command(std::string_view text, Before before)
{
    if (text.starts_with("::"))
        return before == Before::nothing || (before == Before::blank && text.size() > 2 && text[2] != ' ');
    if (!text.starts_with("##")) return false;
    auto const end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-", 2);
    return end != std::string_view::npos && text[end] == '[';
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

/// The length of a colour at the text's beginning, as sss itself writes them: "\x1b[1;31m"; 0 where there is none.
std::size_t colour_length(std::string_view text)
{
    if (!text.starts_with("\x1b[")) return 0;
    auto const end = text.find_first_not_of("0123456789;", 2);
    return end != std::string_view::npos && text[end] == 'm' && end <= 12 ? end + 1 : 0;
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
    auto stands_before = Before::nothing;
    while (!text.empty()) {
        auto const [c, length] = first_code_point(text);
        auto const bytes = text.substr(0, length);
        auto const command = (c == ':' || c == '#') && begins_log_command(text, stands_before);
        if (!is_blank(c))
            stands_before = Before::something;
        else if (stands_before == Before::something)
            stands_before = Before::blank;
        text.remove_prefix(length);
        if (command) {
            write_out(out, c);
        } else if (c == 0xFFFD && length == 1) {
            write_out(out, static_cast<unsigned char>(bytes[0]));
        } else if (is_joiner(c)) {
            if (joinable(before) || joinable(first_code_point(text).value))
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

std::string visible_lines(std::string_view text, bool keep_colours)
{
    std::string out;
    out.reserve(text.size());
    // A line is taken apart at its tabs and colours; only its first part can begin a command.
    for (auto at_begin = true; !text.empty();) {
        auto const colour = keep_colours ? colour_length(text) : 0;
        auto const line_end = text.starts_with("\r\n") ? 2U : text.front() == '\n' ? 1U : 0U;
        auto const kept = colour > 0 ? colour : line_end > 0 ? line_end : text.front() == '\t' ? 1U : 0U;
        if (kept > 0) {
            at_begin = line_end > 0 || at_begin;
            out += text.substr(0, kept);
            text.remove_prefix(kept);
            continue;
        }
        auto end = text.find_first_of(keep_colours ? "\r\n\t\x1b" : "\r\n\t", 1);
        end = std::min(end, text.size());
        // Something that stands before it keeps it from being a beginning.
        out += at_begin ? visible(text.substr(0, end)) : visible(fmt::format("|{}", text.substr(0, end))).substr(1);
        at_begin = at_begin && std::ranges::all_of(text.substr(0, end), [](char c) { return c == ' '; });
        text.remove_prefix(end);
    }
    return out;
}

}  // namespace sss
