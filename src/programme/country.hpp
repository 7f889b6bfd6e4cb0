#pragma once

#include <optional>
#include <string_view>

namespace sss {

/// The short English name of a country by its code in ISO 3166-1 alpha-2; nothing where there is no such code.
std::optional<std::string_view> country_name(std::string_view code);

/// The code that is often mistaken for another list's: "UK" (reserved) for GB, Internet and language codes, codes that
/// were withdrawn. Nothing where none is known.
std::optional<std::string_view> country_meant_by(std::string_view wrong_code);

}  // namespace sss
