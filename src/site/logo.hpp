#pragma once

#include "programme/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// Largest picture that stands on every page, in bytes.
constexpr std::size_t largest_logo = 200'000;

/// Why a picture cannot stand for a programme; nothing where it can. A PNG must be one. An SVG is a page too, for who
/// opens it by itself: what runs in it, or asks for something elsewhere, is refused.
std::optional<Sentence> logo_problem(std::string_view path, std::string_view bytes);

/// Its address among the pages, named by its content.
std::string logo_name(std::string_view path, std::string_view bytes);

}  // namespace sss
