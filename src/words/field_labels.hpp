#pragma once

#include "programme/kind.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What fields are called in a sentence, and the units of their numbers.
namespace sss {

/// "orbit altitude", from "orbit.altitude_km"; "action a2 due", from "action[a2].due".
std::string label_of(std::string_view path);
/// The same, by the title that the schema gives the field, where it does: "NORAD number" of "identifiers.norad". An
/// item of a list keeps its own name before it.
std::string label_of(std::string_view path, Field const* field);
/// "350 × 350 × 650 mm": a list of numbers in a unit, which mean something in their order; nothing: it is none.
std::optional<std::string> size_text(std::string_view path, Value const& value);

/// What stands behind a number of this field: " km" for "orbit.altitude_km"; empty where its name tells no unit.
std::string_view unit_of(std::string_view path);

}  // namespace sss
