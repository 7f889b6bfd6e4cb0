#pragma once

#include <compare>
#include <string_view>

namespace sss {

/// Orders names as people count: runs of digits by their number, so that "sss-2" comes before "sss-10"; everything
/// else byte by byte. Names that differ only in leading zeros are ordered by their bytes.
std::strong_ordering natural_order(std::string_view a, std::string_view b);

}  // namespace sss
