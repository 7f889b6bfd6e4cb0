#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sss {

/// A form in which results are printed; which of them there are, each result says.
enum class Format {
    text,
    table,
    markdown,
    html,
    mail,     ///< a message as RFC 5322 has it
    message,  ///< of a commit
    json,
    csv,
    svg,
    sarif,
    junit,
    github,
    gitlab,
};

/// Columns of a text where nothing else says.
inline constexpr std::size_t usual_width = 100;

/// As it is called on command lines and in the line that says how a report was made: "markdown", and "eml" for mail.
std::string_view name_of(Format format);

/// The format of this name; nothing where it is that of none.
std::optional<Format> format_named(std::string_view name);

}  // namespace sss
