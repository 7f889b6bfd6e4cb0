#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace sss {

/// A JSON document with all escaped in its strings that could act on a terminal, hide from a reader or be obeyed by a
/// CI system that reads its log. It means the same.
std::string escaped_json(std::string_view json);

/// The text of a JSON document as sss prints it: indented by two, UTF-8 as it is, ill-formed bytes replaced, what
/// could act on a terminal or hide from a reader escaped, a final line end.
std::string dumped(nlohmann::ordered_json const& document);

}  // namespace sss
