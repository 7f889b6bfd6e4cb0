#pragma once

#include "programme/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sss {

/// Why bytes are no text, or too much of it.
struct Refusal {
    std::string_view rule;
    Sentence message;
    Sentence help;
    std::size_t at = 0;  ///< the byte that shows it
};

/// Why the bytes of a file are not read at all; they are looked at as a whole, so that they get one finding.
std::optional<Refusal> refuse(std::string_view text);

/// A control character that no line of a text holds.
bool is_forbidden_control(char c);

}  // namespace sss
