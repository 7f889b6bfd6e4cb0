#pragma once

#include "programme/sentence.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// What is wrong with a value and how to mend it; becomes a finding once its place is known.
struct Explanation {
    std::string_view rule;
    Sentence message;
    Sentence help;
};

/// Why a value that stands without quotes is not TOML, in the words of whoever wrote it: a text without quotes, a day
/// that does not exist, `yes` for `true`. Nothing where the value is sound.
std::optional<Explanation> explain_bare_value(std::string_view token);

/// The text as a TOML string, in the plainest quotes that can hold it.
std::string as_toml_string(std::string_view text);

/// Length in bytes of the typographic quotation mark that the text begins with; 0 where it begins with none.
std::size_t typographic_quote(std::string_view text);

/// "the character U+0007 cannot be seen and cannot stand here".
Explanation explain_control_character(char c);

/// The library's words without its prefix, as a sentence of the fallback kind.
Sentence plain_description(std::string_view description);

}  // namespace sss
