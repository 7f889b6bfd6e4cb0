#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <string_view>

namespace sss::schema {

/// The values of the keyword `format` that are checked; all others are only noted.
enum class Format : std::uint8_t { none, date, date_time, time, email, uri, uri_reference, regex, unknown };

/// Unknown for a name that is not checked.
Format format_of(std::string_view name);

/// True where a string, or a TOML date or time, is of the format. Sources: RFC 3339 for dates and times (a TOML local
/// date, local time and offset date-time are full-date, partial-time and date-time there; a time is taken without an
/// offset too, for TOML knows no other), RFC 3986 for addresses, RFC 5321 in outline for e-mail.
bool has_format(Value const& value, Format format);

/// What a value of the format is, in words: "a date such as 2018-04-25".
std::string_view words_for(Format format);

}  // namespace sss::schema
