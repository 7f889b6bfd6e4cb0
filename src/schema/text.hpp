#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How values, fields and lists of them are put into the sentences of a finding.
namespace sss::schema {

/// True for the second and later bytes of a UTF-8 character.
constexpr bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The number of characters (code points).
std::size_t characters(std::string_view text);

/// At most `limit` characters; what is cut off is marked by "…".
std::string shortened(std::string_view text, std::size_t limit = 60);

/// In double quotes, shortened, with control characters, quotes and backslashes escaped.
std::string quoted(std::string_view text);

/// The value as TOML writes it, shortened: "beihang" (with its quotes), 2.5, true, [1, 2]; "a table" for a table.
std::string shown(Value const& value);

/// A key as TOML writes it: bare where that is allowed, else quoted.
std::string key_text(std::string_view key);

/// "a milestone", "an organisation".
std::string with_article(std::string_view noun);

/// "1 item", "2 items".
std::string counted(std::size_t number, std::string_view noun);

/// "a", "a or b", "a, b or c": the last two joined by `word`.
std::string joined(std::span<std::string const> parts, std::string_view word);

/// "a, b, c": where there are many, the first ones and the number of those left out.
std::string listed(std::span<std::string const> parts, std::size_t most = 16);

/// Line `number` (from 1) without its line end; empty where there is none.
std::string_view line_at(std::string_view text, std::uint32_t number);

}  // namespace sss::schema
