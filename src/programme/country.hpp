#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace sss {

struct CountryCode {
    std::string_view code;  ///< ISO 3166-1 alpha-2
    std::string_view name;  ///< in English, the common one where there is one
};

/// All of them, in the order of their codes: made of the package iso-codes when sss is built (cmake/countries.cmake).
std::span<CountryCode const> country_codes();

/// The short English name of a country by its code in ISO 3166-1 alpha-2; nothing where there is no such code.
std::optional<std::string_view> country_name(std::string_view code);

/// The code that is often mistaken for another list's: "UK" (reserved) for GB, Internet and language codes, codes that
/// were withdrawn. Nothing where none is known.
std::optional<std::string_view> country_meant_by(std::string_view wrong_code);

}  // namespace sss
