#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A shallow look at TOML text that also makes sense of broken text: where strings end and statements begin. It does
/// not judge: that is the library's part (toml_tree.hpp).

/// The bytes [begin, end) of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(Span const&) const = default;
};

/// A string as far as it reaches: to its closing quotes, or, where they are missing, to where it most probably ended.
struct StringEnd {
    std::size_t end = 0;
    bool closed = false;
};

/// @param at  offset of the opening quotes
StringEnd end_of_string(std::string_view text, std::size_t at);

/// Past the quotes that close a string of three quotes whose text begins at `at`; nothing where they are missing. Up to
/// two more belong to the text: `""""` ends with one of its own.
std::optional<std::size_t> past_closing_quotes(std::string_view text, std::size_t at, char quote);

/// Offset of the first bracket or dotted key that nests beyond `limit`; nothing where the text is no deeper. Linear in
/// the text, needs no stack, and agrees with the library on every text up to the library's first error, so that what
/// passes here cannot overflow the library's stack.
std::optional<std::size_t> nesting_beyond(std::string_view text, std::size_t limit);

/// Every statement (a header, or a key with its value) in order, from its first character to its line's end, which for
/// a value in brackets or in triple quotes is the line where they close. Comments of their own are none.
/// After a few dozen strings without an end the rest of the text is left out.
std::vector<Span> statements_of(std::string_view text);

/// True where the line that begins at `at` reads as a header or as `key = …`, so that an open bracket before it was
/// probably forgotten.
bool begins_statement(std::string_view text, std::size_t at);

/// The three quotation marks that begin and end a string of several lines.
std::string_view three_quotes(char quote);

bool is_blank(char c);
bool is_bare_key_character(char c);

/// First offset from `at` on that holds neither a space nor a tab.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Offset of the line end at or after `at`: of the CR where there is one, of the text's end where there is none.
std::size_t end_of_line(std::string_view text, std::size_t at);

}  // namespace sss
