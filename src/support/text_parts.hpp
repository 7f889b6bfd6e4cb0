#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The text without blanks at its ends.
std::string_view trimmed(std::string_view text);

/// The parts between commas, each trimmed, empty ones left out.
std::vector<std::string> split_at_commas(std::string_view text);

}  // namespace sss
