#include "programme/country.hpp"

#include <algorithm>
#include <array>

namespace sss {
namespace {

struct MistakenCode {
    std::string_view code;
    std::string_view meant;
};

// clang-format off
/// Reserved, withdrawn, or of another list.
constexpr auto mistaken = std::to_array<MistakenCode>({
    {"AN", "CW"},
    {"BU", "MM"},
    {"CS", "RS"},
    {"DD", "DE"},
    {"EL", "GR"},
    {"EN", "GB"},
    {"FX", "FR"},
    {"JA", "JP"},
    {"KO", "KR"},
    {"SF", "FI"},
    {"SP", "ES"},
    {"SU", "RU"},
    {"TP", "TL"},
    {"TU", "TR"},
    {"UK", "GB"},
    {"YD", "YE"},
    {"YU", "RS"},
    {"ZR", "CD"},
});
// clang-format on

static_assert(std::ranges::is_sorted(mistaken, {}, &MistakenCode::code));

}  // namespace

std::optional<std::string_view> country_name(std::string_view code)
{
    auto const codes = country_codes();
    auto const found = std::ranges::lower_bound(codes, code, {}, &CountryCode::code);
    return found != codes.end() && found->code == code ? std::optional{found->name} : std::nullopt;
}

std::optional<std::string_view> country_meant_by(std::string_view wrong_code)
{
    auto const* const found = std::ranges::lower_bound(mistaken, wrong_code, {}, &MistakenCode::code);
    return found != mistaken.end() && found->code == wrong_code ? std::optional{found->meant} : std::nullopt;
}

}  // namespace sss
