#pragma once

#include "records/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The ids that an option names, each of which must be a record's of this kind; a UsageError with a suggestion for one
/// that is not.
std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind,
                                   Records const& records);

/// The same for names of a fixed list: "no NOUN is called 'x'".
void require_known(std::vector<std::string> const& typed, std::string_view noun, std::vector<std::string> const& known);

}  // namespace sss
