#pragma once

#include "facts/publication/site_facts.hpp"
#include "print/html/figure.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sss {

/// The pictures of a record's page: how a milestone's date moved, or those of a satellite, and where these lie.
/// @param changed  the commit since which the page says what it says; nothing: no picture
std::vector<Figure> figures_of(SiteFacts const& site, Record const& record, std::optional<std::uint32_t> changed);

}  // namespace sss
