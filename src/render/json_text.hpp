#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace sss {

/// The text of a JSON document as sss prints it: indented by two, UTF-8 as it is, ill-formed bytes replaced, what
/// could act on a terminal or hide from a reader escaped, a final line end.
std::string dumped(nlohmann::ordered_json const& document);

}  // namespace sss
