#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing
/// above U+10FFFF); nothing where the whole text is well formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Number of code points. Every byte that is not a continuation byte counts, so ill-formed text has a count too.
std::size_t count_characters(std::string_view text);

/// One code point and how many bytes it takes; an ill-formed byte is U+FFFD of length 1.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 0;
};

/// The code point at the text's beginning; length 0 where the text is empty.
CodePoint first_code_point(std::string_view text);

/// The code point as UTF-8.
std::string encode_utf8(char32_t code_point);

/// Columns that the text takes in a terminal: East Asian wide characters two, combining marks and format characters
/// none. Text for a terminal goes through visible() first: control characters count nothing here.
std::size_t display_width(std::string_view text);

enum class Align { left, right };

/// The text filled up with spaces to `width` columns; text that is wider stays as it is.
std::string padded(std::string_view text, std::size_t width, Align align = Align::left);

/// The text cut to at most `width` columns, its last one being '…' where something was cut. A character and its
/// combining marks stay together.
std::string truncated(std::string_view text, std::size_t width);

/// The text with everything that could act on a terminal, hide from a reader or be obeyed by a CI system that reads its
/// log written out: control characters (C1 too) as `\x1b`, bidirectional embeddings, overrides and isolates, line
/// separators, invisible and tag characters as `\u202e`, ill-formed bytes as `\xff`, the first sign of "::error" at the
/// beginning of a word and of "##[error]". What writing needs stays: combining marks, the joiners U+200C and U+200D
/// beside a letter (Persian, Indic scripts, emoji), the marks U+200E, U+200F and U+061C. Tabs and line ends are written
/// out too: split the text into lines first, or see visible_lines(). What went through it goes through it unchanged.
std::string visible(std::string_view text);

/// The same for a text of several lines: line ends and tabs stay.
/// @param keep_colours  and so do colours as sss itself writes them
std::string visible_lines(std::string_view text, bool keep_colours = false);

}  // namespace sss
