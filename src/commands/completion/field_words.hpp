#pragma once

#include "records/records.hpp"

#include <string>
#include <vector>

namespace sss {

/// The paths of a field in a record, as one types them: "action[].closed" is "action[a1].closed" and
/// "action[a2].closed". None of a list without keys, or of one within the items of another.
std::vector<std::string> typed_paths(Record const& record, std::string const& path);

/// "action[a2].closed" as the schema calls it: "action[].closed".
std::string schema_path(std::string path);

}  // namespace sss
